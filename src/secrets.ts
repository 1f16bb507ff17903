import { orUndefined } from "./or-undefined.js";

const HIDDEN = "[redacted]";

/** Names under which a string is a secret, whatever the document calls it. */
const SECRET_NAME = /token|secret|passw|credential|authorization|cookie|api[-_]?key/i;

/** Keys of the provider, also those of other calls. The digit keeps the field name `api_token` readable. */
const PROVIDER_KEY = /(?:api|transactional)_(?=[\w-]*\d)[\w-]{4,}/g;

/** The secrets of one call, so that what the provider echoes can be cleaned. Gives none of them back. */
export class Secrets {
  readonly #values = new Set<string>();

  /** Also as JSON, a URL and a host name would write it. */
  add(value: string): void {
    const quoted = JSON.stringify(value).slice(1, -1);
    const escaped = encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\uFFFD"));
    for (const form of [value, quoted, escaped, value.toLowerCase()]) if (form) this.#values.add(form);
  }

  /** Takes every string that stands, at any depth, under a telling name. Text that is not JSON has none. */
  collect(json: string): void {
    orUndefined((): unknown =>
      JSON.parse(json, (name, value: unknown) => {
        if (SECRET_NAME.test(name))
          for (const item of [value].flat()) if (typeof item === "string") this.add(item);
        return value;
      }),
    );
  }

  /** Longest first, so that no secret that begins with another leaves its tail behind. */
  redact(text: string): string {
    const values = [...this.#values].toSorted((a, b) => b.length - a.length);
    return values.reduce((rest, value) => rest.replaceAll(value, HIDDEN), text).replace(PROVIDER_KEY, HIDDEN);
  }

  /** A copy with its secrets hidden, in names too; undefined when it nests deeper than the stack. */
  redactAll<Value>(value: Value): Value | undefined {
    // Hiding makes strings of strings and leaves the rest.
    return orUndefined(() => JSON.parse(this.redact(JSON.stringify(value, hideField))) as Value);
  }

  redactHeaders(headers: Headers): Readonly<Record<string, string>> {
    return this.redactAll(Object.fromEntries(headers)) ?? {};
  }
}

/** White space tells `{ "api_token": "is too short" }`, which helps, from a token, which must not be shown. */
function hideField(name: string, value: unknown): unknown {
  return typeof value === "string" && SECRET_NAME.test(name) && !/ .* /.test(value) ? HIDDEN : value;
}
