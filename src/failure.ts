import type { Call } from "./call.js";
import type { ErrorDetails } from "./errors.js";
import type { Secrets } from "./secrets.js";

type ErrorKind<Kind> = new (message: string, details: ErrorDetails) => Kind;

/** An error about a call, with the call's secrets hidden in all of it. One line stays one line, without escape codes. */
export function failure<Kind>(
  Kind: ErrorKind<Kind>,
  { operationId, progress, secrets }: Call,
  text: string,
  response?: Response,
  { cause, ...extra }: ErrorDetails = {},
): Kind {
  const line = secrets
    .redact(text)
    .replace(/[\p{C}\u2028\u2029]+/gu, " ")
    .slice(0, 1000);
  const headers = response && secrets.redactHeaders(response.headers);
  return new Kind(`${operationId}: ${line}`, {
    operationId,
    attempts: progress.attempts,
    status: response?.status,
    headers,
    requestId: headers?.["x-request-id"] ?? headers?.["request-id"],
    ...extra,
    cause: cause && cleanCause(cause, secrets),
  });
}

/** Runs what is not ours, and makes its failure one of ours. */
export async function guard<Answer, Kind>(
  run: () => Answer | Promise<Answer>,
  Kind: ErrorKind<Kind>,
  call: Call,
  text: string,
  response?: Response,
): Promise<Answer> {
  try {
    return await run();
  } catch (cause) {
    throw failure(Kind, call, text, response, { cause });
  }
}

/** A copy of a foreign error that keeps its words and code, and none of the objects that hang on it. */
function cleanCause(cause: unknown, secrets: Secrets, depth = 0): Error {
  const {
    name,
    message,
    code,
    cause: inner,
  }: Error & { code?: unknown } = cause instanceof Error ? cause : new Error(typeof cause);
  const copy = new Error(
    secrets.redact(message),
    inner && depth < 4 ? { cause: cleanCause(inner, secrets, depth + 1) } : {},
  );
  return Object.assign(copy, secrets.redactValue({ name, code }));
}
