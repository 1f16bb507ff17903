import { describe } from "../call.js";
import { RedirectError } from "../errors.js";
import type { Layer } from "./index.js";

/** Every 3xx is an error, because the key and the body are meant for one host and a redirect names another. */
export const redirect: Layer = (next) => async (request, call) => {
  const response = await next(request, call);
  // A browser hides the answer: type "opaqueredirect", status 0 (Fetch standard, "opaque-redirect filtered response").
  const isHidden = response.type === "opaqueredirect";
  if (!isHidden && (response.status < 300 || response.status > 399)) return response;
  response.body?.cancel().catch(() => undefined);
  const host = call.secrets.redact(readHost(response.headers.get("location"), request.url));
  const message = `${call.operationId}: answered with a redirect to ${host}, which is never followed`;
  throw new RedirectError(message, describe(call, response, isHidden ? { status: undefined } : {}));
};

function readHost(location: string | null, base: URL): string {
  if (location === null) return "a place that is not told";
  try {
    return new URL(location, base).host || "a place without a host";
  } catch {
    return "a malformed place";
  }
}
