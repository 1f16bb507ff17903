export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The pointer to a member (RFC 6901 §3: `~` and `/` are written `~0` and `~1`). */
export function appendPointer(pointer: string, key: string | number): string {
  const name = String(key);
  const isPlain = !name.includes("~") && !name.includes("/");
  return `${pointer}/${isPlain ? name : name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The member names of a pointer (RFC 6901 §4: `~1` is read before `~0`). */
export function splitPointer(pointer: string): string[] {
  const [, ...segments] = pointer.split("/");
  return pointer.includes("~")
    ? segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"))
    : segments;
}

/** The member of an object or array, or undefined; names that every object inherits are no members. */
export function readMember(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  // Object.hasOwn has just said that the key is there.
  return (value as JsonRecord)[key];
}

export function readPointer(root: unknown, pointer: string): unknown {
  return splitPointer(pointer).reduce(readMember, root);
}

/** The pointer of a `#/…` reference (RFC 6901 §6: a URI fragment is percent-encoded); undefined for any other. */
export function localPointer(ref: string): string | undefined {
  if (ref === "#") return "";
  if (!ref.startsWith("#/")) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}
