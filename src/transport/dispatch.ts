import type { Started } from "../call/call.js";
import { guard } from "../call/failure.js";
import { ConnectionError } from "../errors.js";
import type { Draft, Send } from "./layer.js";

/** Takes a Request apart, and remembers the secrets in it so that they can be hidden. */
export async function createDraft(request: Request, { secrets }: Started): Promise<Draft> {
  const { method, headers } = request;
  const url = new URL(request.url);
  const bytes = await request.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  for (const pairs of [headers, url.searchParams, new URLSearchParams(text)])
    secrets.collect(JSON.stringify(Object.fromEntries(pairs)));
  secrets.collect(text);
  return { method, url, headers, body: bytes.byteLength ? bytes : null };
}

/** The end of the onion: a fresh Request, and a failure to get a response as an error of ours. */
export const dispatch: Send = async (draft, call) => {
  const { signal, fetch = globalThis.fetch } = call;
  signal.throwIfAborted();
  const { url } = draft;
  return guard(ConnectionError, call, `no connection to ${url.host}`, async () => {
    const response = await fetch(new Request(url, { ...draft, redirect: "manual", signal }));
    // A `fetch` of the user's may give anything.
    response.headers.has("date");
    return response;
  });
};
