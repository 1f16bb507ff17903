import { cleanCause, describe, type Call } from "../call.js";
import { ConnectionError, UnexpectedResponseError } from "../errors.js";
import type { Draft } from "./draft.js";
import type { Send } from "./index.js";

/** The end of the onion: a fresh Request, and a failure to get an answer as an error of ours. */
export const dispatch: Send = async (request, call) => {
  call.signal.throwIfAborted();
  const response = await fetchOnce(request, call);
  // A `fetch` of the user's may give anything, and a Response cannot be made again with a status outside this range.
  const isHidden = response?.type === "opaqueredirect";
  if (isHidden || (response?.status >= 200 && response.status <= 599)) return response;
  throw new UnexpectedResponseError(`${call.operationId}: what fetch gave is no HTTP answer`, describe(call));
};

async function fetchOnce({ method, url, headers, body }: Draft, call: Call): Promise<Response> {
  const init = { method, headers, redirect: "manual", signal: call.signal, ...(body && { body }) } as const;
  try {
    return await (call.fetch ?? globalThis.fetch)(new Request(url, init));
  } catch (error) {
    const hint = "document" in globalThis ? " (a browser does not say why; often it is CORS)" : "";
    const details = describe(call, undefined, { cause: cleanCause(error, call.secrets) });
    throw new ConnectionError(
      `${call.operationId}: no connection to ${url.host}, or it broke${hint}`,
      details,
    );
  }
}
