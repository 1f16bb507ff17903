import { guard, type Started } from "../call.js";
import { ConnectionError } from "../errors.js";
import type { Send } from "./index.js";

/** A request as data, so that each attempt can be made of it afresh: a Request is spent once it is sent. */
export type Draft = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: ArrayBuffer | null;
};

/** Takes openapi-fetch's Request apart, and remembers the secrets in it so that they can be hidden. */
export async function draft(request: Request, { secrets }: Started): Promise<Draft> {
  const { method, headers } = request;
  const url = new URL(request.url);
  const bytes = await request.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  for (const pairs of [headers, url.searchParams, new URLSearchParams(text)])
    secrets.collect(JSON.stringify(Object.fromEntries(pairs)));
  secrets.collect(text);
  return { method, url, headers, body: bytes.byteLength ? bytes : null };
}

/** The end of the onion: a fresh Request, and a failure to get an answer as an error of ours. */
export const dispatch: Send = async (request, call) => {
  const { signal, fetch = globalThis.fetch } = call;
  signal.throwIfAborted();
  const { url } = request;
  return guard(ConnectionError, call, `no connection to ${url.host}`, async () => {
    const response = await fetch(new Request(url, { ...request, redirect: "manual", signal }));
    // A `fetch` of the user's may give anything.
    response.headers.has("date");
    return response;
  });
};
