/** How the value of a parameter or header is written as text, and what text can be sent there. */
import type { JsonRecord } from "../../../json/pointer.js";
import { isRecord } from "../../../json/pointer.js";
import type { TextForm } from "../../differ/message.js";

/** A value as its texts: one for each item, of which a value without items is one, or one for each name. */
export type Texts = readonly Leaf[] | { readonly [name: string]: Leaf };

type Leaf = string | Texts;

/** What stands between the items of a list in one text; undefined where each item has a text of its own. */
export function separatorOf({ style, explode }: TextForm): string | undefined {
  if (explode && (style === "form" || style === "matrix")) return undefined;
  return SEPARATORS[style] ?? ",";
}

const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|", label: "." };

/** Null has no text, and what has no members is not sent. */
const WRITABLE = { type: ["string", "number", "boolean", "array", "object"], minItems: 1, minProperties: 1 } as const; // prettier-ignore

/** The texts that can stand in a place: URL standard, "double-dot URL path segment"; RFC 9110 §5.5. */
const TEXTS: Readonly<Record<string, JsonRecord>> = {
  path: { minLength: 1, not: { enum: [".", ".."] } },
  header: { pattern: "^(?:[!-~\\u0080-\\u00ff](?:[\\t -~\\u0080-\\u00ff]*[!-~\\u0080-\\u00ff])?)?$" },
};

/** What any text has to be where it stands. */
export function limitText({ location }: TextForm): JsonRecord {
  return TEXTS[location] ?? {};
}

/**
 * What any value has to be before it is written. Lists and objects are sent only where the schema has them, and is not
 * open to any type; a form is an object always.
 */
export function limitValue(form: TextForm, isOpen: boolean): JsonRecord {
  if (form.location === "form") return { type: "object" };
  const limit = { ...WRITABLE, ...limitText(form), items: limitText(form) };
  return isOpen ? { ...limit, type: ["string", "number", "boolean"] } : limit;
}

/** The texts of a value. */
export function writeTexts(value: unknown): Texts {
  const leaf = writeLeaf(value);
  return typeof leaf === "string" ? [leaf] : leaf;
}

function writeLeaf(value: unknown): Leaf {
  if (Array.isArray(value)) return value.map(writeLeaf);
  if (!isRecord(value)) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, writeLeaf(member)]));
}
