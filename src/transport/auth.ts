import { explainApiKey, type ApiKey } from "../api-key.js";
import type { Call } from "../call/call.js";
import { createFailure, guard } from "../call/failure.js";
import { AuthenticationError } from "../errors.js";
import type { Layer } from "./layer.js";

/** What authorizes one attempt: nothing but a header and a hash can be had from it. */
export type Credential = {
  readonly authorize: (headers: Headers) => void;
  /** Undefined where the runtime has no SubtleCrypto (a page without TLS). */
  readonly fingerprint: (baseUrl: string) => Promise<string | undefined>;
};
export type GetCredential = (call: Call) => Promise<Credential>;

/** Gives a credential for each attempt, so that a function for `apiKey` is asked once an attempt. */
export function createCredentialSource(apiKey: ApiKey): GetCredential {
  return async (call) => {
    const getKey = typeof apiKey === "string" ? (): string => apiKey : apiKey;
    const key = await guard(AuthenticationError, call, "the apiKey function threw an error", getKey);
    const problem = explainApiKey(key);
    if (problem) throw createFailure(AuthenticationError, call, problem);
    call.secrets.add(key);
    return {
      authorize: (headers) => headers.set("authorization", `Bearer ${key}`),
      fingerprint: async (baseUrl) => {
        const bytes = new TextEncoder().encode(`${baseUrl} ${key}`);
        const digest = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
        return digest && String(new Uint8Array(digest));
      },
    };
  };
}

/** Innermost, so that no other layer ever sees the key. It goes to the origin of the client and to no other. */
export const auth =
  (getCredential: GetCredential, origin: string): Layer =>
  (next) =>
  async (draft, call) => {
    const { origin: target } = draft.url;
    if (target !== origin) throw new TypeError(`not sent: the API key is for ${origin}, not for ${target}`);
    const headers = new Headers(draft.headers);
    (call.authorize ?? (await getCredential(call)).authorize)(headers);
    return next({ ...draft, headers }, call);
  };
