import { ResponseValidationError, UnexpectedResponseError } from "../errors.js";
import { orUndefined } from "../or-undefined.js";
import type { Answer } from "../transport/layer.js";
import type { Call } from "./call.js";
import { createFailure, summarizeIssues } from "./failure.js";
import { readEssence } from "./media-type.js";
import type { Operation, Validate } from "./operation.js";
import { throwIfRefused } from "./refusal.js";

/** The validated data of a response; throws for every other response. */
export function readAnswer(
  { responses, match = matchEssence }: Operation,
  answer: Answer,
  call: Call,
): unknown {
  const { response, bytes } = answer;
  const { status, headers } = response;
  const json = parseJson(bytes);
  throwIfRefused(response, json, call);
  const createUnexpected = (problem: string): UnexpectedResponseError =>
    createFailure(UnexpectedResponseError, call, problem, { response });
  // `default` describes failures here, as it does for openapi-fetch.
  const content = responses[status] ?? responses[`${String(status)[0]}XX`];
  if (!content) throw createUnexpected(`status ${status} is not in the document`);
  const ranges = Object.keys(content);
  if (ranges.length === 0) return undefined;
  const mediaType = headers.get("content-type") ?? "";
  const range = match(ranges, mediaType);
  const media = range === undefined ? undefined : content[range];
  const { read, validate } = typeof media === "object" ? media : { read: undefined, validate: media };
  const found = read || bytes.length > 0 ? readEssence(mediaType) : "an empty body";
  if (range === undefined || (!read && bytes.length === 0))
    throw createUnexpected(`status ${status} with ${found}; the document has ${ranges.join(", ")}`);
  const data = read ? read(bytes, mediaType) : json;
  if (data === undefined)
    throw createUnexpected(`the response body is not valid ${read ? mediaType : "UTF-8 JSON"}`);
  validateData(validate, data, response, call);
  return data;
}

/** A response that names no type is taken to be what the document has first. */
function matchEssence([range = ""]: readonly string[], mediaType: string): string | undefined {
  return !mediaType || readEssence(range) === readEssence(mediaType) ? range : undefined;
}

function validateData(validate: Validate | undefined, data: unknown, response: Response, call: Call): void {
  const found = validate?.(data) ?? [];
  if (found.length === 0) return;
  // The names in them are the server's.
  const issues = call.secrets.redactAll(found) ?? [];
  const text = `the response body does not match the schema: ${summarizeIssues(issues)}`;
  const body = call.secrets.redactAll(data);
  throw createFailure(ResponseValidationError, call, text, { response, body, issues });
}

/** Undefined for what is not JSON in UTF-8; JSON itself has no undefined. A byte order mark is dropped. */
function parseJson(bytes: Uint8Array): unknown {
  return orUndefined((): unknown => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
}
