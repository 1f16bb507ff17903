import { isRecord, localPointer, readMember, readPointer } from "../../json/pointer.js";
import { listParts } from "../../spec/structure.js";

/**
 * The bundler names a component after the last step of a pointer as it is written, escaped, and refers to it as if that
 * were its key. Such a reference gets the escapes that its key needs (RFC 6901 §3 and §6). In place.
 */
export function escapeBundledNames(root: unknown): void {
  for (const { value } of listParts({ root })) {
    const ref = readMember(value, "$ref");
    const escaped = typeof ref === "string" ? escapeName(root, ref) : undefined;
    if (escaped !== undefined && isRecord(value)) Reflect.set(value, "$ref", escaped);
  }
}

/** Undefined for a reference that leads somewhere, or that no escape would help. */
function escapeName(root: unknown, ref: string): string | undefined {
  const pointer = localPointer(ref);
  if (pointer === undefined || readPointer(root, pointer) !== undefined) return undefined;
  const [, components, section = "", ...rest] = ref.split("/");
  const key = rest.join("/");
  const held = readMember(readMember(root, components ?? ""), section);
  if (components !== "components" || readMember(held, key) === undefined) return undefined;
  return `#/components/${section}/${encodeURI(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
}
