/**
 * A copy as JSON has it, read once: its objects have what was given and nothing else. A bigint stays one, and so does
 * what `keeps` says. Throws a RangeError for a cycle.
 */
export function copyValue(value: unknown, keeps: (value: object) => boolean = () => false): unknown {
  if (typeof value === "function" || typeof value === "symbol") return undefined;
  if (typeof value === "number" && !Number.isFinite(value)) return null;
  if (!isCompound(value) || keeps(value)) return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return copyValue(value.toJSON(""), keeps);
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => copyValue(item, keeps) ?? null);
  const members = Object.entries(value).map(([key, member]) => [key, copyValue(member, keeps)] as const);
  const present = members.filter(([, member]) => member !== undefined);
  return Object.assign(Object.create(null), Object.fromEntries(present));
}

/** What a validator is shown of a copy: a bigint as the number next to it. */
export function toNumbers(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (!isCompound(value)) return value;
  if (Array.isArray(value)) return value.map(toNumbers);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toNumbers(member)]));
}

/** A part of a copy as text: a bigint as its digits, null as nothing (RFC 6570 §2.3), what has members as JSON. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return isCompound(value) ? toJson(value) : String(value);
}

/** JSON of a copy, a bigint as its digits. */
export function toJson(value: unknown): string {
  if (!isCompound(value)) return typeof value === "bigint" ? String(value) : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toJson).join(",")}]`;
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${toJson(member)}`);
  return `{${members.join(",")}}`;
}

export function isCompound(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** The members of an object or an array; null is undefined (RFC 6570 §2.3) and leaves nothing. */
export function listMembers(value: object): readonly (readonly [key: string, member: unknown])[] {
  return Object.entries(value).filter(([, member]) => member !== null);
}
