import type { Call, Started } from "../call.js";
import { auth, type IssuePass } from "./auth.js";
import { deadline } from "./deadline.js";
import { dispatch, draft, type Draft } from "./dispatch.js";
import { gate, type FindGate, type RateLimit } from "./gate.js";
import { observe } from "./observe.js";
import { redirect } from "./redirect.js";
import { retry } from "./retry.js";

export type Send = (request: Draft, call: Call) => Promise<Response>;
export type Layer = (next: Send) => Send;
export type Transport = (request: Request, call: Started) => Promise<Response>;

/** From the outside in: each layer sees only what the next one answers. */
export function createTransport(
  issue: IssuePass,
  limit: RateLimit | FindGate | false,
  origin: string,
): Transport {
  const send = deadline(retry(gate(issue, limit)(observe(redirect(auth(issue, origin)(dispatch))))));
  return async (request, call) => send(await draft(request, call), call);
}
