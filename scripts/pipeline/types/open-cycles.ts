import { appendPointer, isRecord, localPointer, type JsonRecord } from "../../json/pointer.js";
import { mapInner, type Kind } from "../../spec/structure.js";
import { recordOf } from "./keywords.js";

/** Keywords whose types TypeScript looks into at once; what a property or an index has, it looks into later. */
const AT_ONCE: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "items", "prefixItems"]);

/**
 * The components with any item where a list is one of itself: a property of an interface may not be its own type but
 * through the properties of another object (TypeScript's error 2502).
 */
export function openCycles(root: JsonRecord): JsonRecord {
  const components = recordOf(root["components"]);
  const schemas = recordOf(components["schemas"]);
  const reached = new Map(
    Object.entries(schemas).map(([key, schema]) => [pointerOf(key), listAtOnce(schema)]),
  );
  const comesBack = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const pending = [from];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (at === to) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      pending.push(...(reached.get(at) ?? []));
    }
    return false;
  };
  const opened = Object.entries(schemas).map(([key, schema]) => {
    const own = pointerOf(key);
    return [
      key,
      (reached.get(own) ?? []).some((target) => comesBack(target, own))
        ? open(schema, own, comesBack)
        : schema,
    ];
  });
  return { ...root, components: { ...components, schemas: Object.fromEntries(opened) } };
}

function pointerOf(key: string): string {
  return appendPointer("/components/schemas", key);
}

/** What a schema refers to before any object has begun. */
function listAtOnce(schema: unknown): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (!isRecord(value)) return;
    const { $ref } = value;
    if (typeof $ref === "string") found.push(localPointer($ref) ?? "");
    mapInner(value, "schema", (inner, _kind, field) => void (AT_ONCE.has(field) && visit(inner)));
  };
  visit(schema);
  return found;
}

function open(schema: unknown, own: string, comesBack: (from: string, to: string) => boolean): unknown {
  const change = (inner: unknown, _kind: Kind, field: string): unknown => {
    if (!isRecord(inner) || !AT_ONCE.has(field)) return inner;
    const isList = field === "items" || field === "prefixItems";
    return isList && listAtOnce(inner).some((target) => comesBack(target, own))
      ? {}
      : mapInner(inner, "schema", change);
  };
  return isRecord(schema) ? mapInner(schema, "schema", change) : schema;
}
