import { isRecord, localPointer, readMember, readPointer, type JsonRecord } from "../../json/pointer.js";
import { listOf } from "./keywords.js";

/** The schema that a reference leads to. */
export type Resolve = (ref: string) => unknown;

/** A schema with all that holds beside it: what it refers to, and the parts of its `allOf`. Each once. */
export function listConjuncts(schema: unknown, resolve: Resolve): readonly JsonRecord[] {
  // Most schemas are alone, and all are asked.
  if (isRecord(schema) && schema["$ref"] === undefined && schema["allOf"] === undefined) return [schema];
  const found = new Set<JsonRecord>();
  const visit = (part: unknown): void => {
    if (!isRecord(part) || found.has(part)) return;
    found.add(part);
    const { $ref, allOf } = part;
    if (typeof $ref === "string") visit(resolve($ref));
    listOf(allOf).forEach(visit);
  };
  visit(schema);
  return [...found];
}

/** Looks each reference up once in a document that stays as it is. */
export function createResolve(root: JsonRecord): Resolve {
  const targets = new Map<string, unknown>();
  return (ref) => {
    if (!targets.has(ref)) targets.set(ref, readPointer(root, localPointer(ref) ?? ""));
    return targets.get(ref);
  };
}

/** The schema of a property, by the first part that has it. */
export function findProperty(name: string, parts: readonly JsonRecord[]): unknown {
  return parts
    .map(({ properties }) => readMember(properties, name))
    .find((property) => property !== undefined);
}
