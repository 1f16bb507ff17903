import type { ValidationIssue } from "../generated/runtime.js";

/** For those who cannot use instanceof; each belongs to one class. */
export type ErrorCode =
  | "connection_failed"
  | "timeout"
  | "redirect"
  | "rate_limited"
  | "authentication"
  | "not_found"
  | "invalid_request"
  | "invalid_response"
  | "unexpected_response"
  | "api_error";

/** What an error carries besides its message. Secrets are gone from all of it before an error is made. */
export type ErrorDetails = {
  readonly operationId?: string | undefined;
  readonly attempts?: number | undefined;
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly issues?: readonly ValidationIssue[] | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
};

const BRAND = Symbol.for("jetemail-client.error");

/** Every outcome of a call but a validated success, and but the end that the caller's own signal makes. */
export abstract class JetEmailError extends Error {
  static {
    Object.defineProperty(this.prototype, BRAND, { value: true });
  }
  abstract readonly code: ErrorCode;
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

  constructor(message: string, { cause, attempts = 0, ...rest }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    const known = Object.entries(rest).filter(([, value]) => value !== undefined);
    Object.assign(this, { attempts }, Object.fromEntries(known));
  }

  /** The name and message, which JSON.stringify would leave out, and the fields above. No stack, no cause. */
  toJSON(): object {
    return Object.assign({ name: this.name, message: this.message }, this);
  }
}

/** No answer: refused, reset, unresolved, TLS, or (in a browser) CORS. */
export class ConnectionError extends JetEmailError {
  override readonly code = "connection_failed";
  override get name(): string {
    return "ConnectionError";
  }
}

/** The deadline over the whole call passed: attempts, waits and the reading of the body. */
export class TimeoutError extends JetEmailError {
  override readonly code = "timeout";
  override get name(): string {
    return "TimeoutError";
  }
}

/** A 3xx; nothing was sent to where it pointed. A browser hides the status and the place. */
export class RedirectError extends JetEmailError {
  override readonly code = "redirect";
  override get name(): string {
    return "RedirectError";
  }
}

/** A 429, or a call that the gate did not let out because the wait would not fit the call's deadline. */
export class RateLimitError extends JetEmailError {
  override readonly code = "rate_limited";
  /** Milliseconds from the making of the error until a call may be tried. */
  readonly retryAfterMs: number;
  /** The same as a point in time. */
  readonly until: Date;
  override get name(): string {
    return "RateLimitError";
  }

  constructor(
    message: string,
    { retryAfterMs, ...details }: ErrorDetails & { readonly retryAfterMs: number },
  ) {
    super(message, details);
    this.retryAfterMs = retryAfterMs;
    this.until = new Date(Date.now() + retryAfterMs);
  }
}

/** A 401 or 403, or an `apiKey` function that gave no usable key. */
export class AuthenticationError extends JetEmailError {
  override readonly code = "authentication";
  override get name(): string {
    return "AuthenticationError";
  }
}

/** A 404. */
export class NotFoundError extends JetEmailError {
  override readonly code = "not_found";
  override get name(): string {
    return "NotFoundError";
  }
}

/** The body or a parameter does not fit the document; nothing was sent. */
export class RequestValidationError extends JetEmailError {
  override readonly code = "invalid_request";
  override get name(): string {
    return "RequestValidationError";
  }
}

/** A success whose body does not fit the document. The provider did what was asked. */
export class ResponseValidationError extends JetEmailError {
  override readonly code = "invalid_response";
  override get name(): string {
    return "ResponseValidationError";
  }
}

/** An answer that cannot be read: not JSON, empty, cut off, too large, wrong content type, undocumented status. */
export class UnexpectedResponseError extends JetEmailError {
  override readonly code = "unexpected_response";
  override get name(): string {
    return "UnexpectedResponseError";
  }
}

/** Any other refusal: another 4xx or 5xx, or a success that says `success: false`. */
export class ApiError extends JetEmailError {
  override readonly code = "api_error";
  override get name(): string {
    return "ApiError";
  }
}

/** Holds across two copies of this package in one process, where instanceof does not. */
export function isJetEmailError(value: unknown): value is JetEmailError {
  return typeof value === "object" && value !== null && BRAND in value;
}
