import type { ValidationIssue } from "../../generated/runtime.js";
import type { ErrorDetails } from "../errors.js";
import type { Secrets } from "../secrets.js";
import type { Started } from "./call.js";

/** A class of errors.ts. */
export type ErrorClass<E> = new (message: string, details: ErrorDetails) => E;
type Circumstances = ErrorDetails & { readonly response?: Response };

/** An error about a call, with the call's secrets hidden in all of it. One line stays one line, without escape codes. */
export function createFailure<E>(
  Class: ErrorClass<E>,
  call: Started,
  text: string,
  circumstances: Circumstances = {},
): E {
  const { operationId, progress, secrets } = call;
  const { response, cause, ...details } = circumstances;
  const line = secrets.redact(text).replace(/[\p{C}\u2028\u2029]+/gu, " ");
  const headers = response && secrets.redactHeaders(response.headers);
  return new Class(`${operationId}: ${line.slice(0, 1000)}`, {
    operationId,
    attempts: progress.attempts,
    status: response?.status,
    headers,
    requestId: headers?.["x-request-id"] ?? headers?.["request-id"],
    ...details,
    cause: cause && copyCause(cause, secrets),
  });
}

/** Runs what is not ours, and makes its failure one of ours. */
export async function guard<Value, E>(
  Class: ErrorClass<E>,
  call: Started,
  text: string,
  run: () => Value | Promise<Value>,
  circumstances: Circumstances = {},
): Promise<Value> {
  try {
    return await run();
  } catch (cause) {
    throw createFailure(Class, call, text, { ...circumstances, cause });
  }
}

/** A copy of a foreign error that keeps its words and the innermost code, and none of the objects that hang on it. */
function copyCause(error: unknown, secrets: Secrets, depth = 4): Error & { code?: unknown } {
  const { name, message, code, cause } = Object(
    error instanceof Error ? error : new Error(`a ${typeof error} was thrown`),
  );
  const inner = cause && depth ? copyCause(cause, secrets, depth - 1) : undefined;
  const copy = new Error(secrets.redact(message), inner && { cause: inner });
  return Object.assign(copy, secrets.redactAll({ name, code: code ?? inner?.code }));
}

/** One line for all issues, each with its place. */
export function summarizeIssues(issues: readonly ValidationIssue[]): string {
  return issues.map(({ path, message }) => [...path, message].join(": ")).join("; ");
}
