import { createFailure } from "../call/failure.js";
import { RedirectError } from "../errors.js";
import { orUndefined } from "../or-undefined.js";
import type { Layer } from "./layer.js";

/** Every 3xx is an error, because the key and the body are meant for one host and a redirect names another. */
export const redirect: Layer = (next) => async (draft, call) => {
  const response = await next(draft, call);
  const { status, type, headers, body } = response;
  // A browser hides the response (Fetch standard, "opaque-redirect filtered response").
  const isHidden = type === "opaqueredirect";
  if (!isHidden && (status < 300 || status > 399)) return response;
  body?.cancel().catch(() => {});
  const host = orUndefined(() => new URL(headers.get("location") ?? "//", draft.url).host);
  const text = `a redirect to ${host || "an unknown host"} was not followed`;
  throw createFailure(RedirectError, call, text, { response, ...(isHidden && { status: undefined }) });
};
