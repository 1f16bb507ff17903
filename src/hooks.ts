import type { ClientError } from "./errors.js";

/** What every hook is told. No event holds a body or a secret; values of telling header names are hidden. */
export type CallEvent = {
  /** The same number in all events of one call, another for each call of a client. */
  readonly callId: number;
  /** As in the document, or `METHOD /path` with its secrets hidden where the document has no such operation. */
  readonly operationId: string;
  /** The path of the document, with its parameters as `{name}`. */
  readonly path: string;
  /** 1 for the first request of the call. */
  readonly attempt: number;
};

/** A request is about to be sent, without its key. */
export type RequestEvent = CallEvent & {
  /** In capitals. */
  readonly method: string;
  /** With the port, where it is not the scheme's own. */
  readonly host: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
};

/** One for each RequestEvent: the response's status and headers, or the error that came in its place. */
export type ResponseEvent = CallEvent & {
  /** Milliseconds since the RequestEvent, a whole number. */
  readonly durationMs: number;
  /** HTTP status, when a response came. */
  readonly status?: number;
  /** The response's headers, names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What came in place of a response, when it is an error of this package. */
  readonly error?: ClientError;
};

/** Another attempt will be made. */
export type RetryEvent = CallEvent & {
  /** Milliseconds until the next attempt, a whole number. */
  readonly delayMs: number;
  /** The status or the error that causes another attempt. */
  readonly reason: number | ClientError["code"];
};

/** A call has to wait for its turn. */
export type WaitEvent = CallEvent & {
  /** Milliseconds that the gate asks for, a whole number; the call is sent later than that when others stand before it. */
  readonly waitMs: number;
};

/** Called when it happens, not awaited. What a hook throws is dropped: watching a call cannot fail it. */
export type Hooks = {
  /** Before each request. Called with a `RequestEvent`. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  /** After each request, once. Called with a `ResponseEvent`. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Before the wait for another attempt. Called with a `RetryEvent`. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Once for each attempt that has to wait at the gate. Called with a `WaitEvent`. */
  readonly onWait?: ((event: WaitEvent) => void) | undefined;
};

/** Calls a hook so that neither a throw nor a rejected promise reaches the call. */
export async function notify<Event>(
  hook: ((event: Event) => unknown) | undefined,
  event: Event,
): Promise<void> {
  try {
    await hook?.(event);
  } catch {}
}
