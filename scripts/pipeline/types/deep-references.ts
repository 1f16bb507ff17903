import { createNaming, toPascalCase } from "../../json/naming.js";
import { localPointer, readPointer, splitPointer, type JsonRecord } from "../../json/pointer.js";
import { listParts, mapParts, type Kind } from "../../spec/structure.js";
import { recordOf } from "./keywords.js";

/**
 * The document with each schema that a reference finds deep inside another place also among the components, where
 * the reference then leads. openapi-typescript writes a reference as a path through types, which holds for a
 * component and breaks at whatever is optional, nullable, a list or a choice on the way.
 */
export function liftDeepTargets(document: JsonRecord): JsonRecord {
  const targets = findDeepTargets(document);
  if (targets.size === 0) return document;
  const names = nameTargets(document, targets);
  const changed = mapParts(document, (value, kind) => redirect(value, kind, names));
  const lifted = [...names].map(([pointer, name]) => [name, structuredClone(readPointer(changed, pointer))]);
  const components = recordOf(changed["components"]);
  const schemas = { ...recordOf(components["schemas"]), ...Object.fromEntries(lifted) };
  return { ...changed, components: { ...components, schemas } };
}

/** Pointers of the schemas, in the order in which they are referred to. */
function findDeepTargets(document: JsonRecord): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const { kind, value } of listParts({ root: document })) {
    const pointer = kind === "schema" ? targetOf(recordOf(value)) : undefined;
    if (pointer !== undefined && isDeep(pointer)) targets.add(pointer);
  }
  return targets;
}

function targetOf({ $ref }: JsonRecord): string | undefined {
  return typeof $ref === "string" ? localPointer($ref) : undefined;
}

function isDeep(pointer: string): boolean {
  const [components, schemas, , ...below] = splitPointer(pointer);
  return !(components === "components" && schemas === "schemas" && below.length === 0);
}

function nameTargets(document: JsonRecord, targets: ReadonlySet<string>): ReadonlyMap<string, string> {
  const schemas = readPointer(document, "/components/schemas");
  const unique = createNaming({ normalize: toPascalCase, taken: Object.keys(recordOf(schemas)) });
  return new Map([...targets].map((pointer) => [pointer, unique(pointer)]));
}

function redirect(value: JsonRecord, kind: Kind, names: ReadonlyMap<string, string>): JsonRecord {
  const name = kind === "schema" ? names.get(targetOf(value) ?? "") : undefined;
  return name === undefined ? value : { ...value, $ref: `#/components/schemas/${name}` };
}
