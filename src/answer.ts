import { failure, type Kind, type Started } from "./call.js";
import { attempt } from "./secrets.js";
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
import type { Operation, Validate } from "./operation.js";
import { blockMs } from "./transport/retry-after.js";

/** The validated data of an answer; throws for every other answer. */
export async function readAnswer(
  { responses }: Operation,
  response: Response,
  call: Started,
): Promise<unknown> {
  const { status, headers, ok } = response;
  const text = decode(await response.arrayBuffer());
  const json = parseJson(text);
  if (!ok || Object(json).success === false) throw refusalOf(response, json, call);
  const unexpected = (problem: string): UnexpectedResponseError =>
    failure(UnexpectedResponseError, call, problem, { response });
  // `default` describes failures here, as it does for openapi-fetch.
  const content = responses[status] ?? responses[`${String(status)[0]}XX`];
  if (!content) throw unexpected(`undocumented status ${status}`);
  const ranges = Object.entries(content);
  if (ranges.length === 0) return undefined;
  if (text === "") throw unexpected("empty body");
  const mediaType = readEssence(headers.get("content-type") ?? "");
  // An answer that names no type is taken to be what the document has first.
  const found = ranges.find(
    ([range]) => !mediaType || range.includes("*") || readEssence(range) === mediaType,
  );
  if (!found) throw unexpected("undocumented content type");
  const [range, validate] = found;
  const data = isJson(mediaType || range) ? json : text;
  if (data === undefined) throw unexpected("no JSON in UTF-8");
  throwIssues(validate, data, response, call);
  return data;
}

function throwIssues(validate: Validate | undefined, data: unknown, response: Response, call: Started): void {
  const issues = validate?.(data) ?? [];
  if (issues.length === 0) return;
  throw failure(ResponseValidationError, call, `the answer does not fit: ${summarize(issues)}`, {
    response,
    body: call.secrets.redactAll(data),
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

const kinds: Readonly<Record<number, Kind<JetEmailError>>> = {
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  429: RateLimitError,
};

function refusalOf(response: Response, json: unknown, call: Started): JetEmailError {
  const { status, headers } = response;
  const { message, error } = Object(json);
  const said = [message, error].filter((text) => text && typeof text === "string");
  const text = [`the API answered ${status}`, ...new Set(said)].join(": ");
  return failure(kinds[status] ?? ApiError, call, text, {
    response,
    body: call.secrets.redactAll(json),
    retryAfterMs: status === 429 ? blockMs(headers) : undefined,
  });
}

/** Type and subtype in lower case, without parameters (RFC 9110 §8.3.1). */
const readEssence = (mediaType: string): string => mediaType.toLowerCase().replace(/\s*;.*/, "");

/** JSON itself and the structured suffix of RFC 6839 §3.1. */
export const isJson = (mediaType: string): boolean => /^application\/(?:.+\+)?json\b/i.test(mediaType);
