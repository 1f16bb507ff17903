import { explainKey, type ApiKey } from "../api-key.js";
import type { Call, Pass } from "../call.js";
import { failure, guard } from "../failure.js";
import { AuthenticationError } from "../errors.js";

export type IssuePass = (call: Call) => Promise<Pass>;

/** Gives a pass for each attempt, so that a function for `apiKey` is asked once an attempt. */
export function issuePasses(apiKey: ApiKey): IssuePass {
  return async (call) => {
    const key = await guard(
      () => (typeof apiKey === "string" ? apiKey : apiKey()),
      AuthenticationError,
      call,
      "apiKey threw",
    );
    const problem = explainKey(key);
    if (problem) throw failure(AuthenticationError, call, `apiKey: ${problem}`);
    call.secrets.add(key);
    return {
      authorize: (headers) => headers.set("authorization", `Bearer ${key}`),
      fingerprint: async (salt) => {
        const digest = await globalThis.crypto?.subtle?.digest(
          "SHA-256",
          new TextEncoder().encode(salt + key),
        );
        return digest && String.fromCharCode(...new Uint8Array(digest));
      },
    };
  };
}
