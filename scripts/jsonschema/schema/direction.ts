import type { Direction } from "../../json/direction.js";
import { isRecord, readMember } from "../../json/pointer.js";
import {
  child,
  placeName,
  resolve,
  subschemas,
  type Holds,
  type PlacedSchema,
  type Registry,
} from "./registry.js";

/** OpenAPI 3.1.1 §4.8.24: what marks a property that the sender of a value does not own. */
const EXEMPTS = { request: "readOnly", response: "writeOnly" } as const satisfies Record<Direction, string>;

/** Whether a required property may be left out: one that the sender of the value does not own. */
export function isExempt(
  property: PlacedSchema,
  direction: Direction | undefined,
  registry: Registry,
): boolean {
  if (!direction) return false;
  const seen = new Set<unknown>();
  for (
    let place: PlacedSchema | undefined = property;
    place && isRecord(place.value) && !seen.has(place.value);
  ) {
    if (place.value[EXEMPTS[direction]] === true) return true;
    seen.add(place.value);
    const target: unknown = place.value["$ref"];
    place = typeof target === "string" ? resolve(registry, target, place) : undefined;
  }
  return false;
}

/** Names of properties that the sender does not own, by any part of the whole that a schema is with its `allOf`. */
export function listExempt(
  schema: PlacedSchema,
  direction: Direction | undefined,
  registry: Registry,
): ReadonlySet<string> {
  const names = new Set<string>();
  if (!direction) return names;
  for (const part of listParts(schema, registry, ["allOf"])) {
    const properties = child(part, "properties");
    if (!isRecord(properties.value)) continue;
    for (const name of Object.keys(properties.value))
      if (isExempt(child(properties, name), direction, registry)) names.add(name);
  }
  return names;
}

/** Of some names those that a schema requires, also by what it refers to. */
export function keepRequired(
  names: ReadonlySet<string>,
  schema: PlacedSchema,
  registry: Registry,
): ReadonlySet<string> {
  if (names.size === 0) return names;
  const lists = listParts(schema, registry, SAME_VALUE).map(({ value }) => readMember(value, "required"));
  const required = new Set<unknown>(lists.filter((list) => Array.isArray(list)).flat());
  return new Set([...names].filter((name) => required.has(name)));
}

/** Keywords whose schemas speak of the same value, and that share what the whole says of its properties. */
const SAME_VALUE: readonly string[] = ["allOf", "anyOf", "oneOf"];

/** Whether a step from a schema leads to one that shares what the whole says of its properties. */
export function isPart(keyword: string): boolean {
  return SAME_VALUE.includes(keyword);
}

/** A schema with those that it refers to or lists, for the same value. Each once. */
function listParts(
  schema: PlacedSchema,
  registry: Registry,
  keywords: readonly string[],
): readonly PlacedSchema[] {
  const found = new Map<unknown, PlacedSchema>();
  const pending: (PlacedSchema | undefined)[] = [schema];
  while (pending.length > 0) {
    const place = pending.shift();
    if (!place || !isRecord(place.value) || found.has(place.value)) continue;
    found.set(place.value, place);
    const { $ref } = place.value;
    if (typeof $ref === "string") pending.push(resolve(registry, $ref, place));
    for (const keyword of keywords) {
      const list = place.value[keyword];
      if (Array.isArray(list)) pending.push(...list.map((_, i) => child(place, keyword, String(i))));
    }
  }
  return [...found.values()];
}

/** Tells which schemas reach a property whose presence depends on the direction. */
export function findDirected(
  roots: readonly PlacedSchema[],
  registry: Registry,
  holds: Holds,
): ReadonlySet<string> {
  const users = new Map<string, Set<string>>();
  const directed: string[] = [];
  const seen = new Set<string>();
  const pending = [...roots];
  for (let place = pending.pop(); place; place = pending.pop()) {
    const name = placeName(place);
    if (seen.has(name) || !isRecord(place.value)) continue;
    seen.add(name);
    if (place.value["readOnly"] === true || place.value["writeOnly"] === true) directed.push(name);
    for (const used of uses(place, registry, holds)) {
      users.set(placeName(used), (users.get(placeName(used)) ?? new Set()).add(name));
      pending.push(used);
    }
  }
  const found = new Set<string>();
  for (let name = directed.pop(); name !== undefined; name = directed.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    directed.push(...(users.get(name) ?? []));
  }
  return found;
}

function uses(place: PlacedSchema, registry: Registry, holds: Holds): readonly PlacedSchema[] {
  const schema = isRecord(place.value) ? place.value : {};
  const targets = [schema["$ref"], schema["$dynamicRef"]].filter((target) => typeof target === "string");
  const resolved = targets
    .map((target) => resolve(registry, target, place))
    .filter((found) => found !== undefined);
  return [...subschemas(place, holds), ...resolved];
}
