import { explainKey, type ApiKey } from "../api-key.js";
import { cleanCause, describe, type Call, type Pass } from "../call.js";
import { AuthenticationError } from "../errors.js";

class KeyPass implements Pass {
  readonly #key: string;
  constructor(key: string) {
    this.#key = key;
  }

  authorize(headers: Headers): void {
    headers.set("authorization", `Bearer ${this.#key}`);
  }

  /** Undefined where the runtime has no SubtleCrypto (a page without TLS). */
  async fingerprint(salt: string): Promise<string | undefined> {
    const bytes = new TextEncoder().encode(`${salt} ${this.#key}`);
    const digest = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
    return digest && String.fromCharCode(...new Uint8Array(digest));
  }
}

/** Gives a pass for each attempt, so that a function for `apiKey` is asked once an attempt. */
export class Credentials {
  readonly #apiKey: ApiKey;
  constructor(apiKey: ApiKey) {
    this.#apiKey = apiKey;
  }

  async issue(call: Call): Promise<Pass> {
    const key = typeof this.#apiKey === "string" ? this.#apiKey : await ask(this.#apiKey, call);
    const problem = explainKey(key);
    if (typeof key !== "string" || problem)
      throw new AuthenticationError(`apiKey function: ${problem}`, describe(call));
    call.secrets.add(key);
    return new KeyPass(key);
  }
}

async function ask(give: Exclude<ApiKey, string>, call: Call): Promise<unknown> {
  try {
    return await give();
  } catch (error) {
    const cause = cleanCause(error, call.secrets);
    throw new AuthenticationError("apiKey function: it threw", describe(call, undefined, { cause }));
  }
}
