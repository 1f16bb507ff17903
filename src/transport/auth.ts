import type { Call } from "../call/call.js";
import { createFailure, guard } from "../call/failure.js";
import { selectGrants, writeGrant, type Grant, type Sources } from "../credentials.js";
import { AuthenticationError } from "../errors.js";
import type { Signable } from "../wire/credential/credential.js";
import type { Layer } from "./layer.js";

/**
 * Innermost, so that no other layer ever sees a credential, which lives on in this closure. It goes to the origin of
 * the operation and to no other.
 */
export const auth =
  (sources: Sources): Layer =>
  (next) =>
  async (draft, call) => {
    const { origin } = new URL(call.baseUrl);
    const { origin: target } = new URL(draft.url);
    if (target !== origin) throw new TypeError(`not sent: the API key is for ${origin}, not for ${target}`);
    let request: Signable = { url: draft.url, headers: Object.fromEntries(new Headers(draft.headers)) };
    for (const grant of selectGrants(call.security, sources) ?? []) {
      // oxlint-disable-next-line no-await-in-loop -- each is written into what the last was written into
      request = await sign(request, grant, call);
    }
    return next({ ...draft, ...request }, call);
  };

async function sign(request: Signable, grant: Grant, call: Call): Promise<Signable> {
  const [, source, option] = grant;
  const credential: unknown =
    typeof source === "function"
      ? await guard(AuthenticationError, call, `the ${option || "apiKey"} function threw an error`, source)
      : source;
  call.secrets.collect({ credential });
  const written = writeGrant(request, grant, credential, call.policy);
  if (typeof written === "string") throw createFailure(AuthenticationError, call, written);
  // As it is written: the user and the password of `Basic` have another form there.
  call.secrets.collect(written.headers);
  return written;
}

/** The error of a call of which no alternative is given as a whole: it need not wait for anything. */
export function refuseAnonymous(sources: Sources, call: Call): AuthenticationError | undefined {
  if (selectGrants(call.security, sources)) return undefined;
  const alternatives = call.security.map((requirement) => Object.keys(requirement).join(" with "));
  const text = `credentials are missing: the option "credentials" must give ${alternatives.join(", or ")}`;
  return createFailure(AuthenticationError, call, `not sent: ${text}`);
}
