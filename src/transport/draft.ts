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
  const { method, headers } = request;
  const url = new URL(request.url);
  const bytes = await request.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  for (const pairs of [headers, url.searchParams, new URLSearchParams(text)])
    secrets.collect(JSON.stringify(Object.fromEntries(pairs)));
  secrets.collect(text);
  return { method, url, headers, body: bytes.byteLength > 0 ? bytes : undefined };
}
