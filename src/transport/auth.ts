import { explainApiKey, type ApiKey } from "../api-key.js";
import type { Call } from "../call/call.js";
import { createFailure, guard } from "../call/failure.js";
import { AuthenticationError } from "../errors.js";
import type { Layer } from "./layer.js";

/**
 * Innermost, so that no other layer ever sees the key, which lives on in this closure. It goes to the origin of the
 * client and to no other.
 */
export const auth =
  (apiKey: ApiKey, origin: string): Layer =>
  (next) =>
  async (draft, call) => {
    const { origin: target } = new URL(draft.url);
    if (target !== origin) throw new TypeError(`not sent: the API key is for ${origin}, not for ${target}`);
    const key = typeof apiKey === "string" ? apiKey : await askForKey(apiKey, call);
    const headers = new Headers(draft.headers);
    headers.set("authorization", `Bearer ${key}`);
    return next({ ...draft, headers }, call);
  };

async function askForKey(getKey: () => string | Promise<string>, call: Call): Promise<string> {
  const key = await guard(AuthenticationError, call, "the apiKey function threw an error", getKey);
  const problem = explainApiKey(key);
  if (problem) throw createFailure(AuthenticationError, call, problem);
  call.secrets.add(key);
  return key;
}
