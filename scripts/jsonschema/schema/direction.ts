import type { Direction } from "../../json/direction.js";
import { isRecord } from "../../json/pointer.js";
import { placeName, resolve, subschemas, type Holds, type PlacedSchema, type Registry } from "./registry.js";

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
