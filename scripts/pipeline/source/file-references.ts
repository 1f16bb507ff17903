import { posix } from "node:path";

/** The path of the file that a reference names: relative paths stay relative, with forward slashes. */
export function resolveReference(base: string | null, ref: string): string {
  if (isUrl(ref)) return ref;
  // A reference is a URI, in which a space is written %20 (RFC 3986 §2.1); the first file is named by a person.
  const path = (base === null ? ref : decodePath(ref)).replaceAll("\\", "/");
  return posix.normalize(
    base === null || isAbsolutePath(path) ? path : posix.join(posix.dirname(base), path),
  );
}

/** A drive's letter is no scheme, which has two at least. */
export function isUrl(ref: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(ref);
}

function isAbsolutePath(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/i.test(path);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What `$ref` names, and what the mapping of a discriminator may name instead (OpenAPI 3.1 §4.8.25). */
export function listFileReferences(parsed: unknown): string[] {
  const refs: string[] = [];
  const add = (ref: unknown): void => {
    if (typeof ref === "string" && !ref.startsWith("#")) refs.push(ref.split("#", 1)[0] ?? "");
  };
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (key === "$ref") add(member);
      else if (key === "mapping" && typeof member === "object" && member !== null)
        Object.values(member).forEach(add);
      visit(member);
    }
  };
  visit(parsed);
  return refs;
}
