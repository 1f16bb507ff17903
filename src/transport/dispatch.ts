import type { Call } from "../call/call.js";
import { createFailure } from "../call/failure.js";
import { createRequest } from "../create-request.js";
import { ConnectionError, UnexpectedResponseError, type ClientError } from "../errors.js";
import { MAY_PASS, NEVER_ARRIVED, readCode, UNREADABLE } from "./connection.js";
import type { Attempt } from "./layer.js";
import { readRetryAfter } from "./retry-after.js";

/** The end of the onion: a fresh Request, and a failure to get a response as an error of ours. */
export const dispatch: Attempt = async (draft, call) => {
  const { life, settings, policy } = call;
  const { fetch = globalThis.fetch } = settings;
  const { url } = draft;
  life.throwIfOver();
  let response: Response;
  try {
    const request = createRequest(url, { ...draft, redirect: "manual", signal: life.signal });
    call.sent++;
    response = await fetch(request);
  } catch (cause) {
    throw explain(cause, new URL(url).host, call);
  }
  checkResponse(response, call);
  const { status, headers } = response;
  // Read once, when it arrives: a date is measured against the clock.
  call.retryAfterMs = readRetryAfter(headers) ?? (status === 429 ? policy.rateLimit?.blockMs : undefined);
  return response;
};
/** What a failed `fetch` tells: whether there was no connection, an answer that HTTP cannot read, or neither is known. */
function explain(cause: unknown, host: string, call: Call): ClientError {
  const code = readCode(cause);
  if (UNREADABLE.test(code))
    return createFailure(UnexpectedResponseError, call, `the response of ${host} is not valid HTTP`, {
      cause,
    });
  if (NEVER_ARRIVED.test(code)) call.sent--;
  const words = code && MAY_PASS.test(code) ? "no connection to" : "no response from";
  return createFailure(ConnectionError, call, `${words} ${host}`, { cause });
}

/** A `fetch` of the user's may give anything. */
function checkResponse(value: unknown, call: Call): void {
  const tag = {}.toString.call(value).slice(8, -1);
  if (tag === "Response") return;
  throw createFailure(
    UnexpectedResponseError,
    call,
    `your fetch returned ${tag} where a Response is required`,
  );
}
