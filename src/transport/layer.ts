import type { Call, Started } from "../call/call.js";

/**
 * A request as data, so that each attempt can be made of it afresh: a Request is spent once it is sent. It is plain
 * data, because thousands may wait.
 */
export type Draft = {
  readonly method: string;
  readonly url: string;
  readonly headers: [name: string, value: string][];
  readonly body: ArrayBuffer | null;
};

export type Send = (draft: Draft, call: Call) => Promise<Response>;

/** Wraps what is further in: it sees nothing of a call but what it passes on and what comes back. */
export type Layer = (next: Send) => Send;

/** All layers together, as openapi-fetch and the methods see them. */
export type Transport = (request: Request, call: Started) => Promise<Response>;
