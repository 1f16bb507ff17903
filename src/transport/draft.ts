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

/** Takes a Request apart, and remembers the secrets in it so that they can be hidden. */
async function createDraft(request: Request, { secrets }: Call): Promise<Draft> {
  const { method, headers, url } = request;
  const bytes = await request.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  const json = orUndefined((): unknown => JSON.parse(text));
  secrets.collect([headers, new URL(url).searchParams, json ?? new URLSearchParams(text)]);
  return { method, url, headers, body: bytes.byteLength ? bytes : null };
}
