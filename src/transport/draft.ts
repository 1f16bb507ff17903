import type { Call } from "../call/call.js";
import type { Draft } from "../create-request.js";
import { orUndefined } from "../or-undefined.js";
import type { Attempt, Send } from "./layer.js";

/** Opens the request of a call when its turn has come: one that waits costs nothing but what holds it. */
export const open =
  (next: Attempt): Send =>
  async (call) => {
    // The transport has set it.
    const request = call.request as Request | Draft;
    const draft = "arrayBuffer" in request ? await createDraft(request, call) : request;
    call.request = draft;
    return next(draft, call);
  };

/** Takes a Request apart. */
async function createDraft(request: Request, call: Call): Promise<Draft> {
  const { method, headers, url } = request;
  const bytes = await request.arrayBuffer();
  collectSecrets(request, new TextDecoder().decode(bytes), call);
  return { method, url, headers, body: bytes.byteLength ? bytes : null };
}

/** Remembers the secrets in a request, so that they can be hidden. */
export function collectSecrets(
  { headers, url }: Pick<Draft, "headers" | "url">,
  text: string,
  { secrets }: Call,
): void {
  const json = orUndefined((): unknown => JSON.parse(text));
  secrets.collect([headers, new URL(url).searchParams, json ?? new URLSearchParams(text)]);
}
