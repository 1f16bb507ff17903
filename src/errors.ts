import type { ValidationIssue } from "../generated/runtime.js";
import { CLIENT_NAME } from "./client-name.js";

/** What an error carries besides its message. The client hides secrets in all of it before it makes an error. */
export type ErrorDetails = {
  /** The operation of the document, or `METHOD /path` where the document has no such operation. */
  readonly operationId?: string | undefined;
  /** Requests sent, 0 when nothing left the process. */
  readonly attempts?: number | undefined;
  /** HTTP status, when a response came. */
  readonly status?: number | undefined;
  /** The response's headers, names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The response's body when it was readable JSON, cut to 64 kB of characters and items. */
  readonly body?: unknown;
  /** What the validator refused, never with the values. */
  readonly issues?: readonly ValidationIssue[] | undefined;
  /** The provider's name for the request, to quote to its support. */
  readonly requestId?: string | undefined;
  /** Of a RateLimitError: milliseconds from its making until a call may be tried. */
  readonly retryAfterMs?: number | undefined;
  /** A copy of the error that led to this one: its words and code, and nothing that hangs on it. */
  readonly cause?: unknown;
};

const BRAND = Symbol.for(`${CLIENT_NAME}.error`);

/** Every outcome of a call but a validated success, and but the end that the caller's own signal makes. */
export class ClientError extends Error {
  static {
    Reflect.set(this.prototype, BRAND, true);
  }
  /** Belongs to one class, for those who cannot use instanceof. */
  declare readonly code: string;
  /** The operation of the document, or `METHOD /path` where the document has no such operation. */
  declare readonly operationId: ErrorDetails["operationId"];
  /** Requests sent, 0 when nothing left the process. */
  declare readonly attempts: number;
  /** HTTP status, when a response came. */
  declare readonly status: ErrorDetails["status"];
  /** The response's headers, names in lower case. */
  declare readonly headers: ErrorDetails["headers"];
  /** The response's body when it was readable JSON, cut to 64 kB of characters and items. */
  declare readonly body: unknown;
  /** What the validator refused, never with the values. */
  declare readonly issues: ErrorDetails["issues"];
  /** The provider's name for the request, to quote to its support. */
  declare readonly requestId: ErrorDetails["requestId"];

  constructor(message: string, details: ErrorDetails = {}) {
    const given = omitUndefined(details);
    super(message, given);
    Object.assign(this, { attempts: 0 }, given);
  }

  /** The name and message, which JSON.stringify would leave out, and the fields above. No stack, no cause. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

type CodedClass<Code> = new (
  message: string,
  details?: ErrorDetails,
) => ClientError & { readonly code: Code };

/** A minifier renames classes, so the code makes the name; it stands on the prototype, where `stack` finds it. */
function defineError<Code extends string>(code: Code): CodedClass<Code> {
  return class extends ClientError {
    static {
      this.prototype.name = `_${code}_error`.replace(/_./g, (pair) => pair.slice(1).toUpperCase());
    }
    override readonly code = code;
  };
}

/** No response: refused, reset, unresolved, TLS, or (in a browser) CORS. */
export class ConnectionError extends defineError("connection") {}

/** The deadline passed: over attempts, the waits between them and the reading of the body, not over waits for the gate. */
export class TimeoutError extends defineError("timeout") {}

/** A 3xx; nothing was sent to where it pointed. A browser hides the status and the place. */
export class RedirectError extends defineError("redirect") {}

/** A `rateLimit` gate of yours threw, or gave no time: it is taken as closed, and nothing is sent, or sent again. */
export class GateError extends defineError("gate") {}

/** A 429, or a call that the gate did not let out: during a block, or because the wait is longer than `maxWaitMs`. */
export class RateLimitError extends defineError("rate_limit") {
  /** Milliseconds from the making of the error until a call may be tried. */
  declare readonly retryAfterMs: number;
  /** The same as a point in time. */
  readonly until: Date;

  constructor(message: string, details?: ErrorDetails) {
    super(message, details);
    this.until = new Date(Date.now() + (this.retryAfterMs ??= 0));
  }
}

/** A 401 or 403, or an `apiKey` function that gave no usable key. */
export class AuthenticationError extends defineError("authentication") {}

/** A 404. */
export class NotFoundError extends defineError("not_found") {}

/** The body or a parameter does not match the schema; nothing was sent. */
export class RequestValidationError extends defineError("request_validation") {}

/** A success whose body does not match the schema. The provider did what was asked. */
export class ResponseValidationError extends defineError("response_validation") {}

/** A response that cannot be read: not JSON, empty, cut off, too large, wrong content type, undocumented status. */
export class UnexpectedResponseError extends defineError("unexpected_response") {}

/** Any other refusal: another 4xx or 5xx, or a success that says `success: false`. */
export class ApiError extends defineError("api") {}

/** Holds across two copies of this client in one process, where instanceof does not. */
export function isClientError(value: unknown): value is ClientError {
  // Even to ask may throw: a Proxy can be revoked.
  try {
    return BRAND in Object(value);
  } catch {
    return false;
  }
}

type Known<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** The same fields without those that are undefined, so that neither a log nor a spread shows them. */
export function omitUndefined<Fields extends object>(fields: Fields): Known<Fields> {
  // Object.fromEntries forgets which names it was given.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Known<Fields>;
}
