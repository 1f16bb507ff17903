import { ConnectionError } from "../errors.js";
import { guard } from "../failure.js";
import type { Send } from "./index.js";

/** The end of the onion: a fresh Request, and a failure to get an answer as an error of ours. */
export const dispatch: Send = async ({ method, url, headers, body }, call) => {
  const { signal, fetch = globalThis.fetch } = call;
  signal.throwIfAborted();
  const send = async (): Promise<Response> => {
    const response = await fetch(
      new Request(url, { method, headers, redirect: "manual", signal, ...(body && { body }) }),
    );
    // A `fetch` of the user's may give anything.
    response.headers.has("date");
    return response;
  };
  const hint = "document" in globalThis ? " (a browser does not say why; often CORS)" : "";
  return guard(send, ConnectionError, call, `no connection to ${url.host}, or it broke${hint}`);
};
