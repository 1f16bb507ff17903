import type { Outcome } from "../decide/outcome.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import { readKeyword, type Comparison } from "../keywords/index.js";

/** What a change of a schema is about, as the subject of a sentence: `a[].b` of the request body. */
export function saySubject({ path }: SchemaChange, { subject }: SchemaUse): string {
  if (path.length === 0) return subject;
  const text = path.map((step) => (step === "*" ? "[]" : step)).join(".");
  return `\`${text.replaceAll(".[]", "[]")}\` of the ${subject}`;
}

/** What has happened to it, as the end of that sentence. */
export function sayChange(change: SchemaChange, comparison: Comparison): string {
  const { kind, keyword, was, now, name } = change;
  if (kind === "rewrite") return "is written differently and means the same";
  if (kind === "property") return sayProperty(was, now);
  if (kind === "assertion" && was === "schema" && now === false) return "no longer accepts any value";
  if (kind === "assertion" && was === false && now === "schema") return "now accepts values";
  return readKeyword(keyword).say({ was, now, name }, comparison);
}

/** A property of some alternatives alone is still one. */
function sayProperty(was: unknown, now: unknown): string {
  if (now === "alternative") return "is now a property of some alternatives alone";
  if (was === "alternative") return "is now a property whatever the alternative";
  return now === true ? "is a new property" : "is no longer a property";
}

/** Why nothing is proved. */
export function sayReason({ direction }: SchemaUse, { reason }: Outcome): string {
  const open = `it is not decided whether ${
    direction === "request"
      ? "a request that worked is now refused"
      : "callers may get a response that they do not expect"
  }`;
  return reason === undefined ? open : `${open}: ${reason}`;
}
