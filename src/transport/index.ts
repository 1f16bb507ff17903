// From a Request to a Response that is safe to read: layers around `fetch`, one concern and one file each, composed here.

import type { RateLimit } from "../rate-limit.js";
import type { ApiKey } from "../api-key.js";
import { auth } from "./auth.js";
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
export function createTransport(
  apiKey: ApiKey,
  limit: RateLimit | FindGate | false,
  origin: string,
): Transport {
  const attempt = observe(redirect(auth(apiKey, origin)(dispatch)));
  const send = deadline(retry(gate(limit)(open(attempt))));
  return (request, call) => {
    call.request = request;
    return send(call);
  };
}
