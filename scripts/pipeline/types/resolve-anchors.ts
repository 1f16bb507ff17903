import { isRecord, readMember, type JsonRecord } from "../../json/pointer.js";
import { listParts } from "../../spec/structure.js";
import { indexReferences } from "../source/schema-references.js";

const NAMES = ["$id", "$anchor", "$dynamicAnchor"];

/** Makes pointers of references by name. One that depends on the way to it leads where it starts from. In place. */
export function resolveAnchors(document: JsonRecord): void {
  const schemas = [...listParts({ root: document })].filter(({ kind }) => kind === "schema");
  if (!schemas.some(({ value }) => NAMES.some((name) => readMember(value, name) !== undefined))) return;
  const findTarget = indexReferences(document);
  const found = schemas.map(({ value, pointer }) => {
    const ref = readMember(value, "$ref") ?? readMember(value, "$dynamicRef");
    return [value, typeof ref === "string" ? findTarget(pointer, ref) : undefined] as const;
  });
  for (const [schema, target] of found) {
    if (!isRecord(schema)) continue;
    for (const name of [...NAMES, "$dynamicRef"]) Reflect.deleteProperty(schema, name);
    if (target !== undefined) Reflect.set(schema, "$ref", `#${encodeURI(target)}`);
  }
}
