// From a Request to a Response that is safe to read: layers around `fetch`, one concern and one file each, composed here.

import type { RateLimit } from "../rate-limit.js";
import { auth, type GetCredential } from "./auth.js";
import { deadline } from "./deadline.js";
import { createDraft, dispatch } from "./dispatch.js";
import { gate, type FindGate } from "./gate.js";
import type { Transport } from "./layer.js";
import { observe } from "./observe.js";
import { redirect } from "./redirect.js";
import { retry } from "./retry.js";

/** From the outside in: each layer sees only what the next one returns. */
export function createTransport(
  getCredential: GetCredential,
  limit: RateLimit | FindGate | false,
  origin: string,
): Transport {
  const innermost = auth(getCredential, origin)(dispatch);
  const send = deadline(retry(gate(getCredential, limit)(observe(redirect(innermost)))));
  return async (request, call) => send(await createDraft(request, call), call);
}
