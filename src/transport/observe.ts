import { eventOf } from "../call.js";
import { isJetEmailError } from "../errors.js";
import { notify, type ResponseEvent } from "../hooks.js";
import type { Layer } from "./index.js";

/** Counts the attempt and tells the hooks. Stands outside auth, so the key cannot be in what it tells. */
export const observe: Layer = (next) => async (request, call) => {
  call.progress.attempts++;
  const event = eventOf(call);
  const startedAt = performance.now();
  const end = (outcome: Pick<ResponseEvent, "status" | "headers" | "error">): Promise<void> =>
    notify(call.onResponse, { ...event, ...outcome, durationMs: performance.now() - startedAt });
  const { method, url, headers } = request;
  notify(call.onRequest, { ...event, method, host: url.host, headers: call.secrets.redactHeaders(headers) });
  try {
    const response = await next(request, call);
    end({ status: response.status, headers: call.secrets.redactHeaders(response.headers) });
    return response;
  } catch (error) {
    end(isJetEmailError(error) ? { error } : {});
    throw error;
  }
};
