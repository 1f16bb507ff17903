import { describeCall } from "../call/call.js";
import { isJetEmailError } from "../errors.js";
import { notify, type ResponseEvent } from "../hooks.js";
import type { Layer } from "./layer.js";

/** Counts the attempt and tells the hooks. Stands outside auth, so the key cannot be in what it tells. */
export const observe: Layer = (next) => async (draft, call) => {
  call.progress.attempts++;
  const { signal, secrets, onRequest, onResponse } = call;
  const event = describeCall(call);
  const startedAt = performance.now();
  let hook = onResponse;
  const end = (outcome: Pick<ResponseEvent, "status" | "error">, headers?: Headers): void => {
    signal.removeEventListener("abort", abort);
    if (!hook) return;
    const durationMs = Math.round(performance.now() - startedAt);
    const shown = headers && { headers: secrets.redactHeaders(headers) };
    void notify(hook, { ...event, ...outcome, ...shown, durationMs });
    hook = undefined;
  };
  const fail = (error: unknown): void => end(isJetEmailError(error) ? { error } : {});
  const abort = (): void => fail(signal.reason);
  // A fetch may hear of the end late, or never.
  signal.addEventListener("abort", abort);
  const { method, url, headers } = draft;
  if (onRequest) {
    const host = secrets.redact(new URL(url).host);
    const shown = secrets.redactHeaders(new Headers(headers));
    void notify(onRequest, { ...event, method, host, headers: shown });
  }
  try {
    const response = await next(draft, call);
    end({ status: response.status }, response.headers);
    return response;
  } catch (error) {
    fail(error);
    throw error;
  }
};
