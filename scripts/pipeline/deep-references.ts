import {
  appendPointer,
  isRecord,
  localPointer,
  readPointer,
  splitPointer,
  type JsonRecord,
} from "../json/pointer.js";
import { createNaming, toPascalCase } from "../json/naming.js";

/**
 * The document with each schema that a reference finds deep inside another place also among the components, where
 * the reference then leads. openapi-typescript writes a reference as a path through types, which holds for a
 * component and breaks at whatever is optional, nullable, a list or a choice on the way.
 */
export function liftDeepTargets(document: JsonRecord): JsonRecord {
  const targets = findDeepTargets(document);
  if (targets.size === 0) return document;
  const names = nameTargets(document, targets);
  const changed = redirect(document, names);
  if (!isRecord(changed)) return document;
  const lifted = [...names].map(([pointer, name]) => [name, structuredClone(readPointer(changed, pointer))]);
  const components = isRecord(changed["components"]) ? changed["components"] : {};
  const schemas = isRecord(components["schemas"]) ? components["schemas"] : {};
  return {
    ...changed,
    components: { ...components, schemas: { ...schemas, ...Object.fromEntries(lifted) } },
  };
}

/** Pointers of the schemas, in the order in which they are referred to. */
function findDeepTargets(document: JsonRecord): ReadonlySet<string> {
  const targets = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const pointer = isRecord(value) ? targetOf(value) : undefined;
    if (pointer !== undefined && isDeep(document, pointer)) targets.add(pointer);
    for (const member of Object.values(value)) visit(member);
  };
  visit(document);
  return targets;
}

function targetOf({ $ref }: JsonRecord): string | undefined {
  return typeof $ref === "string" ? localPointer($ref) : undefined;
}

function isDeep(document: JsonRecord, pointer: string): boolean {
  const [components, schemas, key = "", ...below] = splitPointer(pointer);
  const isInComponent = components === "components" && schemas === "schemas";
  // Of other places, only those below a `schema` are schemas.
  if (isInComponent ? below.length === 0 : !splitPointer(pointer).includes("schema")) return false;
  if (!isRecord(readPointer(document, pointer))) return false;
  const owner = isInComponent ? readPointer(document, appendPointer("/components/schemas", key)) : undefined;
  const isPlain = isRecord(owner) && owner["nullable"] !== true && owner["type"] === "object";
  return !(isPlain && below.length === 2 && below[0] === "properties");
}

function nameTargets(document: JsonRecord, targets: ReadonlySet<string>): ReadonlyMap<string, string> {
  const schemas = readPointer(document, "/components/schemas");
  const unique = createNaming({
    normalize: toPascalCase,
    taken: Object.keys(isRecord(schemas) ? schemas : {}),
  });
  return new Map([...targets].map((pointer) => [pointer, unique(pointer)]));
}

function redirect(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => redirect(item, names));
  if (!isRecord(value)) return value;
  const name = names.get(targetOf(value) ?? "");
  const members = Object.entries(value).map(([key, member]) => [key, redirect(member, names)]);
  return { ...Object.fromEntries(members), ...(name ? { $ref: `#/components/schemas/${name}` } : {}) };
}
