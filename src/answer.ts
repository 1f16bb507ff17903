import type { Call } from "./call.js";
import { attempt } from "./attempt.js";
import { failure } from "./failure.js";
import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  type JetEmailError,
  RateLimitError,
  ResponseValidationError,
  UnexpectedResponseError,
} from "./errors.js";
import type { ValidationIssue } from "../generated/runtime.js";
import { isJson, readEssence } from "./media-type.js";
import type { Operation, Validate } from "./operation.js";
import { blockMs } from "./transport/retry-after.js";

/** The validated data of an answer; throws for every other answer. */
export async function readAnswer({ responses }: Operation, response: Response, call: Call): Promise<unknown> {
  const { status, headers, ok } = response;
  const text = decode(await response.arrayBuffer());
  const json = parseJson(text);
  if (!ok || readField(json, "success") === false) throw refusalOf(response, json, call);
  const unexpected = (problem: string): UnexpectedResponseError =>
    failure(UnexpectedResponseError, call, problem, response);
  // `default` describes failures here, as it does for openapi-fetch.
  const content = responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
  if (!content) throw unexpected(`status ${status} is not in the document`);
  const ranges = Object.entries(content);
  if (ranges.length === 0) return undefined;
  if (text === "") throw unexpected("empty body");
  const mediaType = readEssence(headers.get("content-type"));
  // An answer that names no type is taken to be what the document has first.
  const found = ranges.find(
    ([range]) => !mediaType || range.includes("*") || readEssence(range) === mediaType,
  );
  if (!found) throw unexpected("the content type is not in the document");
  const [range, validate] = found;
  const data = isJson(mediaType || range) ? json : text;
  if (data === undefined) throw unexpected("the body is not JSON in UTF-8");
  throwIssues(validate, data, response, call);
  return data;
}

function throwIssues(validate: Validate | undefined, data: unknown, response: Response, call: Call): void {
  const issues = validate?.(data) ?? [];
  if (issues.length === 0) return;
  const text = `the answer does not fit the document: ${summarize(issues)}`;
  throw failure(ResponseValidationError, call, text, response, {
    body: call.secrets.redactValue(data),
    issues,
  });
}

/** One line for all issues, each with its place. */
export function summarize(issues: readonly ValidationIssue[]): string {
  return issues.map(({ path, message }) => [...path, message].join(": ")).join("; ");
}

/** Undefined for bytes that are not UTF-8. A byte order mark is dropped (Encoding standard, "decode"). */
const decode = (bytes: ArrayBuffer): string | undefined =>
  attempt(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));

/** Undefined for what is not JSON; JSON itself has no undefined. */
const parseJson = (text = ""): unknown => attempt((): unknown => JSON.parse(text));

function refusalOf(response: Response, json: unknown, call: Call): JetEmailError {
  const { status, headers } = response;
  const said = new Set(
    [readField(json, "message"), readField(json, "error")].filter((text) => typeof text === "string"),
  );
  const Kind: new (...details: ConstructorParameters<typeof ApiError>) => JetEmailError =
    { 401: AuthenticationError, 403: AuthenticationError, 404: NotFoundError, 429: RateLimitError }[status] ??
    ApiError;
  const details = {
    body: call.secrets.redactValue(json),
    retryAfterMs: status === 429 ? blockMs(headers) : undefined,
  };
  return failure(Kind, call, [`the API answered ${status}`, ...said].join(": "), response, details);
}

function readField(value: unknown, name: string): unknown {
  return Object.hasOwn(Object(value), name) ? Object(value)[name] : undefined;
}
