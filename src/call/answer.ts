import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  type JetEmailError,
  RateLimitError,
  ResponseValidationError,
  UnexpectedResponseError,
} from "../errors.js";
import { orUndefined } from "../or-undefined.js";
import { describeDuration, describeEnd } from "../transport/moment.js";
import type { Answer } from "../transport/layer.js";
import type { Call } from "./call.js";
import { createFailure, summarizeIssues, type ErrorClass } from "./failure.js";
import { isJson, readEssence } from "./media-type.js";
import type { Operation, Validate } from "./operation.js";

/** The validated data of a response; throws for every other response. */
export function readAnswer({ responses }: Operation, { response, bytes }: Answer, call: Call): unknown {
  const { status, headers, ok } = response;
  const text = decodeUtf8(bytes);
  const json = parseJson(text);
  if (!ok || Object(json).success === false) throw createRefusal(response, json, call);
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

const CLASSES_BY_STATUS: Readonly<Record<number, ErrorClass<JetEmailError>>> = {
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  429: RateLimitError,
};

function createRefusal(response: Response, json: unknown, call: Call): JetEmailError {
  const { status } = response;
  const { retryAfterMs = 0 } = status === 429 ? call : {};
  const body = call.secrets.redactAll(json);
  const { message, error } = Object(body);
  const words = [message, error].filter((text) => text && typeof text === "string");
  const said = [`the API responded with status ${status}`, ...new Set(words)].join(": ");
  const text = retryAfterMs
    ? `${said}; blocked for ${describeDuration(retryAfterMs)}, until ${describeEnd(retryAfterMs)}`
    : said;
  return createFailure(CLASSES_BY_STATUS[status] ?? ApiError, call, text, {
    response,
    body,
    retryAfterMs: status === 429 ? retryAfterMs : undefined,
  });
}
