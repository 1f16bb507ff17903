import type { Call } from "../call.js";

/** A request as data, so that each attempt can be made of it afresh: a Request is spent once it is sent. */
export type Draft = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: ArrayBuffer | undefined;
};

/** Takes openapi-fetch's Request apart, and remembers the secrets in it so that they can be hidden. */
export async function draft(request: Request, { secrets }: Call): Promise<Draft> {
  const url = new URL(request.url);
  const bytes = await request.arrayBuffer();
  secrets.collect(Object.fromEntries(url.searchParams));
  secrets.collect(Object.fromEntries(request.headers));
  secrets.collect(readFields(new TextDecoder().decode(bytes)));
  const body = bytes.byteLength > 0 ? bytes : undefined;
  return { method: request.method, url, headers: new Headers(request.headers), body };
}

function readFields(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
}
