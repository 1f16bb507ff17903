import { MAX_DEPTH } from "./issues.js";

/** Length in code points (JSON Schema Validation §6.3.1 counts as RFC 8259 §1 does), not in UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; count++) i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

/** Whether a text has more code points than that, which as a rule its length alone tells. */
export function isLonger(text: string, max: number): boolean {
  return text.length > max && (text.length > max * 2 || codePoints(text) > max);
}

/** Engines remember each round of a repeated group, and give up on a text of millions of characters. */
export function matchesDeep(pattern: RegExp, text: string): boolean {
  try {
    return pattern.test(text);
  } catch {
    return false;
  }
}

/** Equality of JSON values (JSON Schema Core §4.2.2), where the schema's side `b` bounds the depth. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(b);
  return (
    Object.keys(a).length === keys.length &&
    keys.every(
      (key) =>
        Object.hasOwn(a, key) &&
        isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}

/** What a schema evaluated of a value, for the `unevaluated…` keywords (JSON Schema Core §11). */
export interface Evaluated {
  readonly names: Set<string>;
  /** Items before this index. */
  items: number;
  /** Single items, by `contains`. */
  readonly indexes: Set<number>;
}

export function nothingEvaluated(): Evaluated {
  return { names: new Set(), items: 0, indexes: new Set() };
}

export function addEvaluated(into: Evaluated, from: Evaluated): void {
  for (const name of from.names) into.names.add(name);
  for (const index of from.indexes) into.indexes.add(index);
  into.items = Math.max(into.items, from.items);
}

export function countProperties(value: object): number {
  const fields = value as { readonly [key: string]: unknown };
  let count = 0;
  for (const key in fields) if (fields[key] !== undefined) count++;
  return count;
}

/** Whether an object has more properties than that; only of one with too many names their values are looked at. */
export function hasMore(value: object, max: number): boolean {
  let count = 0;
  for (const _ in value) count++;
  return count > max && countProperties(value) > max;
}

/** Exact for decimals (JSON Schema Validation §6.2.1): 0.07 is a multiple of 0.01, though `0.07 % 0.01` is not 0. */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(divisor)) return value % divisor === 0;
  if (!Number.isFinite(value)) return false;
  const [a, b] = [decimal(value), decimal(divisor)];
  const scale = Math.min(a.exponent, b.exponent);
  const whole = (d: Decimal): bigint => d.digits * BigInt(10) ** BigInt(d.exponent - scale);
  return whole(a) % whole(b) === BigInt(0);
}

interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** A number as the decimal that it prints as. */
function decimal(value: number): Decimal {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** Whether no two items are equal; in time linear in the text of the items. */
export function isUnique(items: readonly unknown[]): boolean {
  const seen = new Set<unknown>();
  for (const item of items) {
    // The quote keeps a string apart from the text of an object or array.
    const key =
      typeof item === "object" && item !== null
        ? canonical(item)
        : typeof item === "string"
          ? `"${item}`
          : (item ?? null);
    if (key === undefined || seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/** A text that is the same for equal values, or `undefined` for a value that nests too deep to be told apart. */
function canonical(value: unknown, depth = 0): string | undefined {
  // JSON has no such number, but whoever asks must not be answered with an error of the platform.
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (depth > MAX_DEPTH) return undefined;
  const isArray = Array.isArray(value);
  const keys = isArray ? [...value.keys()] : Object.keys(value).sort();
  let text = "";
  for (const key of keys) {
    const part = canonical((value as Record<string | number, unknown>)[key], depth + 1);
    if (part === undefined) return undefined;
    text += isArray ? `${part},` : `${JSON.stringify(key)}:${part},`;
  }
  return isArray ? `[${text}]` : `{${text}}`;
}
