import { explainApiKey, type ApiKey } from "../api-key.js";
import type { Call } from "../call/call.js";
import { createFailure, guard } from "../call/failure.js";
import { AuthenticationError } from "../errors.js";
import type { Layer } from "./layer.js";

/** What authorizes the attempts of a client: nothing but a header and a hash can be had from it. */
export type Credential = {
  /** Writes the key. A function for `apiKey` is asked each time. */
  readonly authorize: (headers: Headers, call: Call) => Promise<void>;
  /** Undefined for a key that may change, and where the runtime has no SubtleCrypto (a page without TLS). */
  readonly fingerprint: () => Promise<string | undefined>;
};

export function createCredential(apiKey: ApiKey): Credential {
  return {
    authorize: async (headers, call) => {
      let key = apiKey;
      if (typeof key === "function") {
        key = await guard(AuthenticationError, call, "the apiKey function threw an error", key);
        const problem = explainApiKey(key);
        if (problem) throw createFailure(AuthenticationError, call, problem);
        call.secrets.add(key);
      }
      headers.set("authorization", `Bearer ${key}`);
    },
    fingerprint: async () => {
      if (typeof apiKey === "function") return undefined;
      const digest = await globalThis.crypto?.subtle?.digest("SHA-256", new TextEncoder().encode(apiKey));
      return digest && String(new Uint8Array(digest));
    },
  };
}

/** Innermost, so that no other layer ever sees the key. It goes to the origin of the client and to no other. */
export const auth =
  ({ authorize }: Credential, origin: string): Layer =>
  (next) =>
  async (draft, call) => {
    const { origin: target } = new URL(draft.url);
    if (target !== origin) throw new TypeError(`not sent: the API key is for ${origin}, not for ${target}`);
    const headers = new Headers(draft.headers);
    await authorize(headers, call);
    return next({ ...draft, headers }, call);
  };
