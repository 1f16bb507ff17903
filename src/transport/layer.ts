import type { Call } from "../call/call.js";
import type { Draft } from "../create-request.js";

/** Makes one attempt of a call. */
export type Attempt = (draft: Draft, call: Call) => Promise<Response>;

/** Wraps what is further in: it sees nothing of a call but what it passes on and what comes back. */
export type Layer = (next: Attempt) => Attempt;

/** Sends a call, which holds its request unread until the gate lets it go. */
export type Send = (call: Call) => Promise<Response>;

/** The response to a call, its body in memory. */
export type Answer = { readonly response: Response; readonly bytes: Uint8Array };

/** All layers together, as openapi-fetch and the methods see them. */
export type Transport = (request: Request | Draft, call: Call) => Promise<Answer>;
