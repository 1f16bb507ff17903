import type { ValidationIssue } from "../generated/runtime.js";

/** What an error carries besides its message. The client hides secrets in all of it before it makes an error. */
export type ErrorDetails = {
  readonly operationId?: string | undefined;
  readonly attempts?: number | undefined;
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly issues?: readonly ValidationIssue[] | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
};

const BRAND = Symbol.for("jetemail-client.error");

/** Every outcome of a call but a validated success, and but the end that the caller's own signal makes. */
export abstract class JetEmailError extends Error {
  static {
    Object.defineProperty(this.prototype, BRAND, { value: true });
  }
  /** The class in snake case without its last word, for those who cannot use instanceof: `rate_limit`. */
  declare readonly code: string;
  /** The operation of the document, or `METHOD /path` where the document has no such operation. */
  declare readonly operationId?: string;
  /** Requests sent, 0 when nothing left the process. */
  declare readonly attempts: number;
  /** HTTP status, when an answer came. */
  declare readonly status?: number;
  /** The answer's headers, names in lower case. */
  declare readonly headers?: Readonly<Record<string, string>>;
  /** The answer's body when it was readable JSON. */
  declare readonly body?: unknown;
  /** What the validator refused, never with the values. */
  declare readonly issues?: readonly ValidationIssue[];
  /** The provider's name for the request, to quote to its support. */
  declare readonly requestId?: string;

  constructor(message: string, { cause, attempts = 0, ...details }: ErrorDetails = {}) {
    super(message, cause ? { cause } : undefined);
    const code = this.name
      .slice(0, -5)
      .replace(/\B[A-Z]/g, "_$&")
      .toLowerCase();
    Object.assign(this, { code, attempts }, omitUndefined(details));
  }

  /** The name and message, which JSON.stringify would leave out, and the fields above. No stack, no cause. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

/** No answer: refused, reset, unresolved, TLS, or (in a browser) CORS; also a gate of yours that threw. */
export class ConnectionError extends JetEmailError {
  declare readonly code: "connection";
}

/** The deadline over the whole call passed: attempts, waits and the reading of the body. */
export class TimeoutError extends JetEmailError {
  declare readonly code: "timeout";
}

/** A 3xx; nothing was sent to where it pointed. A browser hides the status and the place. */
export class RedirectError extends JetEmailError {
  declare readonly code: "redirect";
}

/** A 429, or a call that the gate did not let out because the wait would not fit the call's deadline. */
export class RateLimitError extends JetEmailError {
  declare readonly code: "rate_limit";
  /** Milliseconds from the making of the error until a call may be tried. */
  declare readonly retryAfterMs: number;
  /** The same as a point in time. */
  readonly until: Date;

  constructor(message: string, { retryAfterMs = 0, ...details }: ErrorDetails = {}) {
    super(message, { ...details, retryAfterMs });
    this.until = new Date(Date.now() + retryAfterMs);
  }
}

/** A 401 or 403, or an `apiKey` function that gave no usable key. */
export class AuthenticationError extends JetEmailError {
  declare readonly code: "authentication";
}

/** A 404. */
export class NotFoundError extends JetEmailError {
  declare readonly code: "not_found";
}

/** The body or a parameter does not fit the document; nothing was sent. */
export class RequestValidationError extends JetEmailError {
  declare readonly code: "request_validation";
}

/** A success whose body does not fit the document. The provider did what was asked. */
export class ResponseValidationError extends JetEmailError {
  declare readonly code: "response_validation";
}

/** An answer that cannot be read: not JSON, empty, cut off, too large, wrong content type, undocumented status. */
export class UnexpectedResponseError extends JetEmailError {
  declare readonly code: "unexpected_response";
}

/** Any other refusal: another 4xx or 5xx, or a success that says `success: false`. */
export class ApiError extends JetEmailError {
  declare readonly code: "api";
}

// A minifier renames classes, so their names are written out.
const kinds = {
  ConnectionError,
  TimeoutError,
  RedirectError,
  RateLimitError,
  AuthenticationError,
  NotFoundError,
  RequestValidationError,
  ResponseValidationError,
  UnexpectedResponseError,
  ApiError,
};
for (const [name, Kind] of Object.entries(kinds)) Kind.prototype.name = name;

/** Holds across two copies of this package in one process, where instanceof does not. */
export function isJetEmailError(value: unknown): value is JetEmailError {
  return typeof value === "object" && value !== null && BRAND in value;
}

/** The same fields without those that are undefined, so that neither a log nor a spread shows them. */
export function omitUndefined<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets which names it was given.
  return Object.fromEntries(known) as { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };
}
