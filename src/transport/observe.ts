import { describeCall } from "../call/call.js";
import { isClientError } from "../errors.js";
import { notify, type ResponseEvent } from "../hooks.js";
import type { Layer } from "./layer.js";

/** Counts the attempt and tells the hooks. Stands outside auth, so the key cannot be in what it tells. */
export const observe: Layer = (next) => async (draft, call) => {
  call.attempts++;
  const { life, secrets, settings } = call;
  const { onRequest, onResponse } = settings;
  if (!onRequest && !onResponse) return next(draft, call);
  const event = describeCall(call);
  const startedAt = performance.now();
  let isEnded = false;
  const end = (outcome: Pick<ResponseEvent, "status" | "headers" | "error">): void => {
    if (isEnded) return;
    isEnded = true;
    const durationMs = Math.round(performance.now() - startedAt);
    void notify(onResponse, { ...event, ...outcome, durationMs });
  };
  const fail = (error: unknown): void => end(isClientError(error) ? { error } : {});
  // A fetch may hear of the end late, or never.
  life.onEnd(fail);
  const { method, url } = draft;
  const host = secrets.redact(new URL(url).host);
  const headers = secrets.redactHeaders(new Headers(draft.headers));
  void notify(onRequest, { ...event, method, host, headers });
  try {
    const response = await next(draft, call);
    end({ status: response.status, headers: secrets.redactHeaders(response.headers) });
    return response;
  } catch (error) {
    fail(error);
    throw error;
  }
};
