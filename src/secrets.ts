const HIDDEN = "[redacted]";

/** Names under which a string is a secret, whatever the document calls it. */
const SECRET_NAME = /token|secret|passw|credential|authorization|cookie|api[-_]?key/i;

/** Keys of the provider, also those of other calls. The digit keeps the field name `api_token` readable. */
const PROVIDER_KEY = /(?:api|transactional)_(?=[a-z0-9_-]*\d)[a-z0-9_-]{4,}/gi;

/** The secrets of one call, so that what the provider echoes can be cleaned. Gives none of them back. */
export class Secrets {
  readonly #values = new Set<string>();

  /** Also as JSON and as a URL would write it. */
  add(value: string): void {
    if (value === "") return;
    const quoted = JSON.stringify(value).slice(1, -1);
    const escaped = encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\uFFFD"));
    for (const form of [value, quoted, escaped]) this.#values.add(form);
  }

  /** Takes every string that stands, at any depth, under a telling name. */
  collect(value: unknown, isSecret = false): void {
    if (typeof value === "string" && isSecret) this.add(value);
    if (typeof value !== "object" || value === null) return;
    const isList = Array.isArray(value);
    for (const [name, inner] of Object.entries(value)) {
      this.collect(inner, isList ? isSecret : SECRET_NAME.test(name));
    }
  }

  redact(text: string): string {
    // Longest first, so that no secret that begins with another leaves its tail behind.
    const values = [...this.#values].toSorted((a, b) => b.length - a.length);
    const pattern = values.map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join("|");
    const known = pattern === "" ? text : text.replace(new RegExp(pattern, "gi"), HIDDEN);
    return known.replace(PROVIDER_KEY, HIDDEN);
  }

  /** The same value with its secrets hidden, in names too. */
  redactValue(value: unknown): unknown {
    if (typeof value === "string") return this.redact(value);
    if (Array.isArray(value)) return value.map((item) => this.redactValue(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [this.redact(name), this.#redactField(name, inner)]),
    );
  }

  redactHeaders(headers: Headers): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...headers].map(([name, value]) => [name, String(this.#redactField(name, value))]),
    );
  }

  /** White space tells `{ "api_token": "is too short" }`, which helps, from a token, which must not be shown. */
  #redactField(name: string, value: unknown): unknown {
    const isToken =
      typeof value === "string" && SECRET_NAME.test(name) && (!/\s/.test(value) || /cookie|auth/i.test(name));
    return isToken ? HIDDEN : this.redactValue(value);
  }
}
