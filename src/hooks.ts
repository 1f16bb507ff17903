import type { JetEmailError } from "./errors.js";

/** What every hook is told. No event holds a body or a secret; values of telling header names are hidden. */
export type CallEvent = {
  /** The same number in all events of one call, another for each call of a client. */
  readonly callId: number;
  readonly operationId: string;
  /** The path of the document, with its parameters as `{name}`. */
  readonly path: string;
  /** 1 for the first request of the call. */
  readonly attempt: number;
};

export type RequestEvent = CallEvent & {
  readonly method: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** One for each RequestEvent: the response's status and headers, or the error that came in its place. */
export type ResponseEvent = CallEvent & {
  readonly durationMs: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly error?: JetEmailError;
};

export type RetryEvent = CallEvent & {
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
  /** The status or the error that causes another attempt. */
  readonly reason: number | JetEmailError["code"];
};

export type WaitEvent = CallEvent & {
  /** Milliseconds that the gate asks for; the call is sent later than that when others stand before it. */
  readonly waitMs: number;
};

/** Called when it happens, not awaited. What a hook throws is dropped: watching a call cannot fail it. */
export type Hooks = {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
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
