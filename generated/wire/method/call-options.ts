// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
import type { Platform } from "../platform.js";

/** What may be set for the client and again for one call. */
export type CallOptions = {
  /** Ends the call; it then rejects with the signal's own reason. A client's and a call's signal both count. */
  readonly signal?: Platform<"AbortSignal"> | undefined;
  /** Milliseconds for attempts, the waits between them and the reading of the body, from 1. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds in all that a call may wait at the gate, where no deadline runs. Default: no limit. */
  readonly maxWaitMs?: number | undefined;
  /** Wait also for the end of a block by the provider, instead of failing at once. Default false. */
  readonly waitForBlock?: boolean | undefined;
  /** Attempts after the first. Default 2. */
  readonly maxRetries?: number | undefined;
  /** The largest body that is read, in bytes. Default 1 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Sent with every request; `authorization` is not allowed here. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
};
