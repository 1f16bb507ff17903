import type { Call } from "../call.js";
import { auth } from "./auth.js";
import type { Credentials } from "./credentials.js";
import { deadline } from "./deadline.js";
import { dispatch } from "./dispatch.js";
import { gate, type FindGate } from "./gate.js";
import { observe } from "./observe.js";
import { draft, type Draft } from "./draft.js";
import { redirect } from "./redirect.js";
import { retry } from "./retry.js";

export type Send = (request: Draft, call: Call) => Promise<Response>;
export type Layer = (next: Send) => Send;
export type Transport = (request: Request, call: Call) => Promise<Response>;

/** From the outside in: each layer sees only what the next one answers. */
export function createTransport(
  credentials: Credentials,
  findGate: FindGate | undefined,
  origin: string,
): Transport {
  const send = deadline(
    retry(gate(credentials, findGate)(observe(redirect(auth(credentials, origin)(dispatch))))),
  );
  return async (request, call) => send(await draft(request, call), call);
}
