import type { Direction } from "../json/direction.js";
import type { FunctionKey } from "./plan/plan.js";
import { keepRequired } from "./schema/direction.js";
import { placeName, type PlacedSchema, type Registry } from "./schema/registry.js";
import { enterResource, scopeKey, type Scope } from "./schema/scope.js";

/** What a function is about: a schema, and whatever else decides what the schema means there. */
export type Target = {
  readonly key: FunctionKey;
  readonly place: PlacedSchema;
  readonly scope: Scope;
  readonly direction: Direction | undefined;
  /** Required names that the whole, of which this schema is a part, lets the sender leave out. */
  readonly exempt: ReadonlySet<string>;
};

export const NONE_EXEMPT: ReadonlySet<string> = new Set();

/** `directed` are the schemas that mean something else in a request than in a response. */
export function createTarget(
  place: PlacedSchema,
  scope: Scope,
  direction: Direction | undefined,
  { registry, directed }: { readonly registry: Registry; readonly directed: ReadonlySet<string> },
  outer = NONE_EXEMPT,
): Target {
  const own = directed.has(placeName(place)) ? direction : undefined;
  const exempt = keepRequired(outer, place, registry);
  const inner = enterResource(scope, place.base, registry);
  const names = exempt.size === 0 ? "" : JSON.stringify([...exempt].toSorted());
  const key = [placeName(place), own ?? "", names, scopeKey(inner)].join(" ");
  // Keys are made in this file and nowhere else.
  return { key: key as FunctionKey, place, scope: inner, direction: own, exempt };
}

/** A target of its own for a plan of a part of the value, called after the end of a pointer; `serial` tells the plans of one owner apart. */
export function createPart(owner: Target, pointer: string, serial: number): Target {
  // No other key ends in a number alone: theirs end in a scope.
  const key = `${owner.key} ${serial}` as FunctionKey;
  return { ...owner, key, place: { ...owner.place, pointer } };
}
