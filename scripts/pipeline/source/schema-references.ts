import { splitPointer } from "../../json/pointer.js";
import { child, createRegistry, locate, resolve } from "../../jsonschema/schema/registry.js";
import { listParts } from "../../spec/structure.js";

/** Only gives the document an address, from which references start. */
const DOCUMENT = "openapi:/document";

/** Where a reference of the schema at a pointer leads, as a pointer into the same document. */
export type FindTarget = (pointer: string, ref: string) => string | undefined;

/** Follows `$id` and `$anchor` as JSON Schema 2020-12 does (Core §8.2). Nothing is fetched. */
export function indexReferences(root: unknown): FindTarget {
  const schemas = [...listParts({ root })]
    .filter(({ kind }) => kind === "schema")
    .map(({ pointer }) => ({ document: DOCUMENT, pointer }));
  const registry = createRegistry(new Map([[DOCUMENT, root]]), schemas, () => undefined);
  const document = locate(registry, DOCUMENT, "");
  return (pointer, ref) => resolve(registry, ref, child(document, ...splitPointer(pointer)))?.pointer;
}
