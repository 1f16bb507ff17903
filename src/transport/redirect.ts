import { failure } from "../call.js";
import { RedirectError } from "../errors.js";
import { attempt } from "../secrets.js";
import type { Layer } from "./index.js";

/** Every 3xx is an error, because the key and the body are meant for one host and a redirect names another. */
export const redirect: Layer = (next) => async (request, call) => {
  const response = await next(request, call);
  const { status, type, headers, body } = response;
  // A browser hides the answer (Fetch standard, "opaque-redirect filtered response").
  const isHidden = type === "opaqueredirect";
  if (!isHidden && (status < 300 || status > 399)) return response;
  body?.cancel().catch(() => {});
  const host = attempt(() => new URL(headers.get("location") ?? "//", request.url).host);
  const text = `a redirect to ${host || "an unknown host"} was not followed`;
  throw failure(RedirectError, call, text, { response, ...(isHidden && { status: undefined }) });
};
