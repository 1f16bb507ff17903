import type { ValidationIssue } from "../../generated/runtime.js";
import { ConnectionError, TimeoutError, UnexpectedResponseError, type ErrorDetails } from "../errors.js";
import { orUndefined } from "../or-undefined.js";
import type { Secrets } from "../secrets/secrets.js";
import type { Call } from "./call.js";

/** A class of errors.ts. */
export type ErrorClass<E> = new (message: string, details: ErrorDetails) => E;
/** What is known of a failure beside its words. */
export type Circumstances = ErrorDetails & { readonly response?: Response };

/** An error about a call, with the call's secrets hidden in all of it. One line stays one line, without escape codes. */
export function createFailure<E>(
  Class: ErrorClass<E>,
  call: Call,
  text: string,
  circumstances: Circumstances = {},
): E {
  const { operationId, attempts, secrets } = call;
  const { response, cause, issues, ...details } = circumstances;
  const said = text + describeOutcome(Class, call, circumstances);
  const line = secrets.redact(said).replace(/[\p{C}\u2028\u2029]+/gu, " ");
  const headers = response && secrets.redactHeaders(response.headers);
  return new Class(`${operationId}: ${line.slice(0, 1000)}`, {
    operationId,
    attempts,
    status: response?.status,
    headers,
    requestId: headers?.["x-request-id"] ?? headers?.["request-id"],
    ...details,
    issues: issues && secrets.redactAll(issues),
    cause: cause && copyCause(cause, secrets),
  });
}

/** After these nobody knows what the API has done. */
const OPEN: ReadonlySet<unknown> = new Set([ConnectionError, TimeoutError, UnexpectedResponseError]);

/** Said where it matters: of a request that was sent, and that does more when it is sent twice. */
function describeOutcome(
  Class: unknown,
  { idempotent, operationId, sent }: Call,
  { response }: Circumstances,
): string {
  const status = response?.status ?? 0;
  const isOpen = OPEN.has(Class) || status >= 500 || status === 408;
  return isOpen && sent > 0 && !idempotent ? `; ${operationId} may have been carried out` : "";
}

/** Runs what is not ours, and makes its failure one of ours. */
export async function guard<Value, E>(
  Class: ErrorClass<E>,
  call: Call,
  text: string,
  run: () => Value | Promise<Value>,
  circumstances: Circumstances = {},
): Promise<Value> {
  try {
    return await run();
  } catch (cause) {
    call.life.throwIfOver();
    throw createFailure(Class, call, text, { ...circumstances, cause });
  }
}

/**
 * A copy of a foreign error that keeps its words and the innermost code, and none of the objects that hang on it.
 * Anything can be thrown: an error of another realm, one whose getters throw, a Proxy that was revoked.
 */
function copyCause(thrown: unknown, secrets: Secrets, depth = 4): Error & { code?: unknown } {
  const read = (name: string): unknown => orUndefined(() => Object(thrown)[name] as unknown);
  const inner = depth && read("cause") ? copyCause(read("cause"), secrets, depth - 1) : undefined;
  const [message, name, code] = ["message", "name", "code"].map(read);
  const said = {
    message: typeof message === "string" ? message : `a ${typeof thrown} was thrown`,
    name: typeof name === "string" ? name : "Error",
    code: /string|number/.test(typeof code) ? code : inner?.code,
  };
  const { message: words, ...fields } = secrets.redactAll(said) ?? {};
  return Object.assign(new Error(words, inner && { cause: inner }), fields);
}

/** One line for all issues, each with its place. */
export function summarizeIssues(issues: readonly ValidationIssue[]): string {
  return [...new Set(issues.map(writeIssue))].join("; ");
}

/** A message that begins with the last name of its place is written behind the rest of the place: no name twice. */
function writeIssue({ path, message }: ValidationIssue): string {
  const name = JSON.stringify(path.at(-1));
  if (message.startsWith(`${name} `)) return writePath(path) + message.slice(name.length);
  return [writePath(path), message].filter(Boolean).join(": ");
}

/** As code has it: `ipRestrictions[0]`. */
function writePath(path: readonly (string | number)[]): string {
  const steps = path.map((step) =>
    typeof step === "string" && /^[\w$]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`,
  );
  return steps.join("").replace(/^\./, "");
}
