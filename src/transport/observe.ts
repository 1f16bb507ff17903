import { isJetEmailError } from "../errors.js";
import { notify } from "../hooks.js";
import type { Layer } from "./index.js";

/** Counts the attempt and tells the hooks. Stands outside auth, so the key cannot be in what it tells. */
export const observe: Layer = (next) => async (request, call) => {
  const { id: callId, operationId, path, secrets, hooks } = call;
  const attempt = ++call.progress.attempts;
  const event = { callId, operationId, path, attempt };
  const startedAt = performance.now();
  const { method, url } = request;
  notify(hooks.onRequest, {
    ...event,
    method,
    host: url.host,
    headers: secrets.redactHeaders(request.headers),
  });
  try {
    const response = await next(request, call);
    const headers = secrets.redactHeaders(response.headers);
    notify(hooks.onResponse, {
      ...event,
      durationMs: performance.now() - startedAt,
      status: response.status,
      headers,
    });
    return response;
  } catch (error) {
    const failure = isJetEmailError(error) ? { error } : {};
    notify(hooks.onResponse, { ...event, durationMs: performance.now() - startedAt, ...failure });
    throw error;
  }
};
