import type { ValidationIssue } from "../generated/runtime.js";
import { describe, type Call } from "./call.js";
import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  RateLimitError,
  ResponseValidationError,
  UnexpectedResponseError,
  type ErrorDetails,
  type JetEmailError,
} from "./errors.js";
import { isJson, matchesRange, readMediaType } from "./media-type.js";
import type { Content, Operation, Validate } from "./operation.js";
import { blockMs } from "./transport/retry-after.js";

/** The validated data of an answer; throws for every other answer. */
export async function readAnswer(operation: Operation, response: Response, call: Call): Promise<unknown> {
  const bytes = await response.arrayBuffer();
  if (!response.ok) throw refusalOf(response, parseJson(bytes), call);
  const content = findContent(operation, response.status);
  if (!content)
    throw unexpected(`status ${response.status} is not one that the document knows`, response, call);
  if (Object.keys(content).length === 0) return undefined;
  if (bytes.byteLength === 0) throw unexpected("the body is empty", response, call);
  const { mediaType, validate } = findValidator(content, response, call);
  const data = isJson(mediaType) ? parseJson(bytes) : decode(bytes);
  if (data === undefined)
    throw unexpected(`the body is not ${isJson(mediaType) ? "JSON" : "text"} in UTF-8`, response, call);
  if (field(data, "success") === false) throw refusalOf(response, data, call);
  const issues = validate?.(data) ?? [];
  if (issues.length > 0) throw invalid(issues, response, data, call);
  return data;
}

/** The exact status, or its class. `default` describes failures here, as it does for openapi-fetch. */
function findContent({ responses }: Operation, status: number): Content | undefined {
  return responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
}

/** An answer that names no type is taken to be what the document has first. */
function findValidator(
  content: Content,
  response: Response,
  call: Call,
): { readonly mediaType: string; readonly validate: Validate | undefined } {
  const mediaType = readMediaType(response.headers);
  const found = Object.entries(content).find(([range]) => mediaType === "" || matchesRange(range, mediaType));
  if (!found) throw unexpected("the content type is not one that the document knows", response, call);
  return { mediaType: mediaType || found[0], validate: found[1] };
}

/** Undefined for bytes that are not UTF-8. A byte order mark is dropped (Encoding standard, "decode"). */
function decode(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Undefined for what is not JSON; JSON itself has no undefined. */
function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(decode(bytes) ?? "");
  } catch {
    return undefined;
  }
}

function refusalOf(response: Response, body: unknown, call: Call): JetEmailError {
  const { status, headers } = response;
  const words = [field(body, "message"), field(body, "error")].filter(
    (text) => typeof text === "string" && text !== "",
  );
  const said = [...new Set(words)].map((text) => tidy(call.secrets.redact(String(text)))).join(" - ");
  const message = `${call.operationId}: the API answered ${status}${response.ok ? " with success: false" : ""}${said && `: ${said}`}`;
  const details = detailsOf(response, body, call);
  if (status === 401 || status === 403) return new AuthenticationError(message, details);
  if (status === 404) return new NotFoundError(message, details);
  if (status === 429) return new RateLimitError(message, { ...details, retryAfterMs: blockMs(headers) });
  return new ApiError(message, details);
}

function unexpected(problem: string, response: Response, call: Call): UnexpectedResponseError {
  return new UnexpectedResponseError(`${call.operationId}: ${problem}`, describe(call, response));
}

function invalid(
  issues: readonly ValidationIssue[],
  response: Response,
  data: unknown,
  call: Call,
): ResponseValidationError {
  const message = `${call.operationId}: the API answered ${response.status}, and the answer does not fit the document: ${summarize(issues)}`;
  return new ResponseValidationError(call.secrets.redact(message), {
    ...detailsOf(response, data, call),
    issues,
  });
}

/** One line for all issues, each with its place. */
export function summarize(issues: readonly ValidationIssue[]): string {
  return tidy(
    issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; "),
  );
}

function detailsOf(response: Response, body: unknown, call: Call): ErrorDetails {
  return describe(call, response, { body: redactBody(body, call) });
}

/** A body that nests deeper than the stack is left out. */
function redactBody(body: unknown, { secrets }: Call): unknown {
  try {
    return secrets.redactValue(body);
  } catch {
    return undefined;
  }
}

/** One line of a log stays one line, and a terminal obeys nobody's escape codes. */
function tidy(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
  return line.length > 500 ? `${line.slice(0, 500)}…` : line;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Object(value)[name]
    : undefined;
}
