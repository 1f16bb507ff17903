import { isRecord, localPointer, type JsonRecord } from "../../json/pointer.js";

/** Signs that openapi-typescript reads as a part of a reference wherever they stand in a name. */
const SIGNS = ["%", "#"] as const;

export type Escaped = {
  readonly root: JsonRecord;
  /** Puts the signs back into the text of the types. */
  readonly restore: (text: string) => string;
};

/** The document with other characters for those signs in its keys and references. */
export function escapeKeys(root: JsonRecord): Escaped {
  const keys = listKeys(root);
  if (![...keys].some((key) => SIGNS.some((sign) => key.includes(sign))))
    return { root, restore: (text) => text };
  const text = JSON.stringify(root);
  const stands = SIGNS.map((sign, index) => [sign, findUnused(text, index)] as const);
  const escape = (name: string): string =>
    stands.reduce((changed, [sign, other]) => changed.replaceAll(sign, other), name);
  const change = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => change(item, ""));
    if (isRecord(value))
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [escape(k), change(v, k)]));
    if (typeof value !== "string") return value;
    const pointer = key === "$ref" ? localPointer(value) : undefined;
    if (pointer !== undefined) return `#${escape(pointer)}`;
    return key === "operationId" || key === "name" ? escape(value) : value;
  };
  const changed = change(root, "");
  return {
    root: isRecord(changed) ? changed : root,
    restore: (types) => stands.reduce((restored, [sign, other]) => replaceBoth(restored, other, sign), types),
  };
}

/** In comments the character stands as it is, in strings as the escape that TypeScript writes for it. */
function replaceBoth(text: string, character: string, sign: string): string {
  const escaped = `\\u${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return text.replaceAll(character, sign).replaceAll(escaped, sign);
}

function listKeys(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (!Array.isArray(value)) found.add(key);
    listKeys(member, found);
  }
  return found;
}

/** A character of the private use area (Unicode §23.5) that the document does not have. */
function findUnused(text: string, index: number): string {
  const area = Array.from({ length: 0x1900 }, (_, offset) => String.fromCodePoint(0xe000 + offset));
  return area.filter((character) => !text.includes(character))[index] ?? "";
}
