import { placeName, resolve, type PlacedSchema, type Registry } from "./registry.js";

/**
 * The dynamic scope (JSON Schema Core §7.1), reduced to what `$dynamicRef` can ask of it: for each dynamic anchor,
 * the outermost schema that has it. The way to a schema is known when the code is made, and so is its scope.
 */
export type Scope = ReadonlyMap<string, PlacedSchema>;

export const OUTERMOST: Scope = new Map();

/** The scope inside a resource: anchors that an outer resource has already set stay. */
export function enterResource(scope: Scope, base: string, registry: Registry): Scope {
  const own = registry.dynamicAnchors.get(base);
  if (!own || [...own.keys()].every((anchor) => scope.has(anchor))) return scope;
  return new Map([...own, ...scope]);
}

/** The schema that a `$dynamicRef` names in a scope (JSON Schema Core §8.2.3.2). */
export function resolveDynamic(
  registry: Registry,
  target: string,
  from: PlacedSchema,
  scope: Scope,
): PlacedSchema | undefined {
  const place = resolve(registry, target, from);
  const anchor = target.slice(target.indexOf("#") + 1);
  const isDynamic = place && registry.dynamicAnchors.get(place.base)?.get(anchor)?.pointer === place.pointer;
  return isDynamic ? (scope.get(anchor) ?? place) : place;
}

/** A text that is the same for scopes that mean the same. */
export function scopeKey(scope: Scope): string {
  if (scope.size === 0) return "";
  return [...scope]
    .map(([anchor, place]) => `${anchor}=${placeName(place)}`)
    .toSorted()
    .join(" ");
}
