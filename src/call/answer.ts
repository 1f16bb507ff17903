import { ResponseValidationError, UnexpectedResponseError } from "../errors.js";
import { orUndefined } from "../or-undefined.js";
import type { Answer } from "../transport/layer.js";
import type { Call } from "./call.js";
import { createFailure, summarizeIssues } from "./failure.js";
import { isJson, readEssence } from "./media-type.js";
import type { Operation, Validate } from "./operation.js";
import { throwIfRefused } from "./refusal.js";

/** The validated data of a response; throws for every other response. */
export function readAnswer({ responses }: Operation, { response, bytes }: Answer, call: Call): unknown {
  const { status, headers } = response;
  const text = decodeUtf8(bytes);
  const json = parseJson(text);
  throwIfRefused(response, json, call);
  const createUnexpected = (problem: string): UnexpectedResponseError =>
    createFailure(UnexpectedResponseError, call, problem, { response });
  // `default` describes failures here, as it does for openapi-fetch.
  const content = responses[status] ?? responses[`${String(status)[0]}XX`];
  if (!content) throw createUnexpected(`status ${status} is not in the document`);
  const ranges = Object.keys(content);
  if (ranges.length === 0) return undefined;
  const createMismatch = (found: string): UnexpectedResponseError =>
    createUnexpected(`status ${status} with ${found}; the document has ${ranges.join(", ")}`);
  if (text === "") throw createMismatch("an empty body");
  const mediaType = readEssence(headers.get("content-type") ?? "");
  // A response that names no type is taken to be what the document has first.
  const range = ranges.find((known) => !mediaType || known.includes("*") || readEssence(known) === mediaType);
  if (range === undefined) throw createMismatch(mediaType);
  const isText = !isJson(mediaType || range);
  const data = isText ? text : json;
  if (data === undefined)
    throw createUnexpected(`the response body is not valid UTF-8${isText ? "" : " JSON"}`);
  validateData(content[range], data, response, call);
  return data;
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

/** Undefined for bytes that are not UTF-8. A byte order mark is dropped (Encoding standard, "decode"). */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  return orUndefined(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

/** Undefined for what is not JSON; JSON itself has no undefined. */
function parseJson(text = ""): unknown {
  return orUndefined((): unknown => JSON.parse(text));
}
