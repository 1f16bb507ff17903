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
  const end = (outcome: Pick<ResponseEvent, "status" | "headers" | "error">): void => {
    signal.removeEventListener("abort", abort);
    void notify(hook, { ...event, ...outcome, durationMs: Math.round(performance.now() - startedAt) });
    hook = undefined;
  };
  const fail = (error: unknown): void => end(isJetEmailError(error) ? { error } : {});
  const abort = (): void => fail(signal.reason);
  // A fetch may hear of the end late, or never.
  signal.addEventListener("abort", abort);
  const { method, url, headers } = draft;
  // Hiding has its price, and most calls have nobody to tell.
  if (onRequest) void notify(onRequest, { ...event, method, host: url.host, headers: secrets.redactHeaders(headers) }); // prettier-ignore
  try {
    const response = await next(draft, call);
    if (onResponse) end({ status: response.status, headers: secrets.redactHeaders(response.headers) });
    else end({});
    return response;
  } catch (error) {
    fail(error);
    throw error;
  }
};
