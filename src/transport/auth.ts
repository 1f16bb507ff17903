import { failure, guard, type Call } from "../call.js";
import { AuthenticationError } from "../errors.js";
import { explainKey, type ApiKey } from "../options.js";
import type { Layer } from "./index.js";

/** The right to send one attempt: nothing but a header and a hash can be had from it. */
export type Pass = {
  readonly authorize: (headers: Headers) => void;
  /** Undefined where the runtime has no SubtleCrypto (a page without TLS). */
  readonly fingerprint: (baseUrl: string) => Promise<string | undefined>;
};
export type IssuePass = (call: Call) => Promise<Pass>;

/** Gives a pass for each attempt, so that a function for `apiKey` is asked once an attempt. */
export function issuePasses(apiKey: ApiKey): IssuePass {
  return async (call) => {
    const ask = typeof apiKey === "string" ? (): string => apiKey : apiKey;
    const key = await guard(AuthenticationError, call, "apiKey threw", ask);
    const problem = explainKey(key);
    if (problem) throw failure(AuthenticationError, call, `apiKey: ${problem}`);
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
  (issue: IssuePass, origin: string): Layer =>
  (next) =>
  async (request, call) => {
    if (request.url.origin !== origin)
      throw new TypeError(`not sent: the key is not for ${request.url.host}`);
    const headers = new Headers(request.headers);
    (call.authorize ?? (await issue(call)).authorize)(headers);
    return next({ ...request, headers }, call);
  };
