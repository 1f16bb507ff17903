import { failure } from "../call.js";
import { RedirectError } from "../errors.js";
import type { Layer } from "./index.js";

/** Every 3xx is an error, because the key and the body are meant for one host and a redirect names another. */
export const redirect: Layer = (next) => async (request, call) => {
  const response = await next(request, call);
  const { status, type, headers, body } = response;
  // A browser hides the answer (Fetch standard, "opaque-redirect filtered response").
  const isHidden = type === "opaqueredirect";
  if (!isHidden && Math.floor(status / 100) !== 3) return response;
  body?.cancel().catch(() => {});
  const location = headers.get("location") ?? "";
  const host = location && URL.canParse(location, request.url) && new URL(location, request.url).host;
  const text = `a redirect to ${host || "an unknown host"} was not followed`;
  throw failure(RedirectError, call, text, { response, ...(isHidden && { status: undefined }) });
};
