import { orUndefined } from "../or-undefined.js";
import type { Policy } from "../policy.js";
import { indexSecrets, type Index } from "./index-secrets.js";
import { HIDDEN, redact } from "./redact.js";
import { fold } from "./spellings.js";

/** Names under which everything is a secret, in any API. */
const SECRET_NAME = /token|secret|passw|credential|authorization|cookie|api[-_]?key/i;

/** Characters of a value that an error shows, after its secrets have been hidden. */
const MAX_SHOWN = 2 ** 16;

/** The secrets of one call, so that what the provider echoes can be cleaned. Gives none of them back. */
export class Secrets {
  readonly #policy: Policy;
  #secrets: readonly string[];
  /** Made when something is to be hidden: most calls hide nothing. */
  #index: Index | undefined;

  constructor(policy: Policy, secrets: readonly string[] = []) {
    this.#policy = policy;
    this.#secrets = secrets;
  }

  /** Knows the same, and what is added to it stays there. */
  copy(): Secrets {
    return new Secrets(this.#policy, this.#secrets);
  }

  add(secrets: string | readonly string[]): void {
    this.#secrets = this.#secrets.concat(secrets);
    this.#index = undefined;
  }

  /** Takes every string that stands, at any depth, under a telling name; of a Map, Headers and the like too. */
  collect(value: unknown): void {
    const seen = new Set<unknown>();
    const found: string[] = [];
    const visit = (part: unknown, isSecret: boolean): void => {
      if (typeof part === "string" && isSecret) found.push(part);
      if (typeof part !== "object" || part === null || seen.has(part)) return;
      seen.add(part);
      for (const [name, inner] of listEntries(part))
        visit(inner, isSecret || this.#isSecretName(String(name)));
    };
    // Deeper than the stack, or a getter that throws.
    orUndefined(() => visit(value, false));
    if (found.length > 0) this.add(found);
  }

  /** What cannot be searched is not shown. */
  redact(text: string): string {
    return orUndefined(() => redact(text, this.#getIndex())) ?? HIDDEN;
  }

  /** A copy as JSON has it, its secrets hidden, in names too; undefined when it nests deeper than the stack. */
  redactAll<Value>(value: Value): Value | undefined {
    let left = MAX_SHOWN;
    const show = (text: string): string => {
      const isHidden = this.#getIndex().values.has(fold(text.trim()));
      const shown = isHidden ? HIDDEN : this.redact(text).slice(0, Math.max(0, left));
      left -= shown.length;
      return shown;
    };
    const copy = (_: string, part: unknown): unknown => {
      left--;
      if (typeof part === "string") return show(part);
      if (Array.isArray(part)) return part.slice(0, Math.max(0, left));
      if (typeof part !== "object" || part === null) return part;
      const entries = Object.entries(part).slice(0, Math.max(0, left));
      return Object.fromEntries(entries.map(([name, inner]) => [show(name), this.#hideField(name, inner)]));
    };
    // Hiding makes strings of strings and leaves the rest.
    return orUndefined(() => JSON.parse(JSON.stringify(value, copy)) as Value);
  }

  #getIndex(): Index {
    return (this.#index ??= indexSecrets(new Set(this.#secrets), this.#policy.keyPrefixes));
  }

  redactHeaders(headers: Headers): Readonly<Record<string, string>> {
    return this.redactAll(Object.fromEntries(headers)) ?? {};
  }

  #isSecretName(name: string): boolean {
    return SECRET_NAME.test(name) || Boolean(this.#policy.secretNames?.includes(name));
  }

  /** White space tells `{ "token": "is too short" }`, which helps, from a token, which must not be shown. */
  #hideField(name: string, value: unknown): unknown {
    return typeof value === "string" && this.#isSecretName(name) && !/ .* /.test(value) ? HIDDEN : value;
  }
}

function listEntries(value: object): Iterable<readonly [unknown, unknown]> {
  return "entries" in value && typeof value.entries === "function"
    ? (value.entries() as Iterable<[unknown, unknown]>)
    : Object.entries(value);
}
