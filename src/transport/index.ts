// From a Request to a Response that is safe to read: layers around `fetch`, one concern and one file each, composed here.

import type { Sources } from "../credentials.js";
import type { RateLimit } from "../rate-limit.js";
import { auth, refuseAnonymous } from "./auth.js";
import { deadline } from "./deadline.js";
import { dispatch } from "./dispatch.js";
import { open } from "./draft.js";
import { gate } from "./gate/gate.js";
import type { FindGate } from "./gate/gates.js";
import type { Transport } from "./layer.js";
import { observe } from "./observe.js";
import { redirect } from "./redirect.js";
import { retry } from "./retry.js";

/** From the outside in: each layer sees only what the next one returns. */
export function createTransport(sources: Sources, limit: RateLimit | FindGate | false): Transport {
  const attempt = observe(redirect(auth(sources)(dispatch)));
  const send = deadline(retry(gate(limit)(open(attempt))));
  return (request, call) => {
    const refusal = refuseAnonymous(sources, call);
    if (refusal) return Promise.reject(refusal);
    call.request = request;
    return send(call);
  };
}
