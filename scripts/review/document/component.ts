import { appendPointer, readPointer, splitPointer } from "../../json/pointer.js";
import type { Place } from "./document.js";

/** A component's schema that a place is in, and the keys from there to the place. */
export type InComponent = { readonly name: string; readonly below: readonly string[] };

/** Undefined for a place in no component's schema. */
export function findComponent({ pointer }: Place): InComponent | undefined {
  const [components, section, name, ...below] = splitPointer(pointer);
  return components === "components" && section === "schemas" && name !== undefined
    ? { name, below }
    : undefined;
}

/** Whether the document of a place has a component's schema of that name. */
export function hasComponent({ document }: Place, name: string): boolean {
  return readPointer(document.root, appendPointer("/components/schemas", name)) !== undefined;
}
