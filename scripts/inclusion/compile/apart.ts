import { canonicalText } from "../../json/value.js";
import { ANY, OBJECT, typeOf, type Types } from "../node/types.js";
import { isNames } from "./keyword.js";
import { typesOfKeyword } from "./scalars.js";
import { childSpots, schemaOf, spotKey, targetSpot, type Spot } from "./spot.js";

/** What is seen of a schema at sight; every value of it agrees with all of that. */
export type Profile = {
  readonly types: Types;
  /** Canonical texts of the only values, where they are listed. */
  readonly values: ReadonlySet<string> | undefined;
  /** The only values of properties that are required. */
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
};

type Seen = {
  types: Types;
  values: ReadonlySet<string> | undefined;
  readonly required: Set<string>;
  readonly listed: Map<string, ReadonlySet<string>>;
};

export function readProfile(spot: Spot): Profile {
  const seen: Seen = { types: ANY, values: undefined, required: new Set(), listed: new Map() };
  look(spot, seen, new Set());
  const tags = [...seen.listed].filter(([name]) => seen.required.has(name));
  return { types: seen.types, values: seen.values, tags: new Map(tags) };
}

function look(spot: Spot, seen: Seen, path: Set<string>): void {
  const key = spotKey(spot);
  if (path.has(key)) return;
  path.add(key);
  const schema = schemaOf(spot);
  if (spot.place.value === false) seen.types = 0;
  seen.types &= typesOfKeyword(schema["type"]) ?? ANY;
  const values = listedValues(schema);
  if (values !== undefined) {
    seen.values = new Set(values.map(canonicalText));
    seen.types &= values.reduce<Types>((types, value) => types | typeOf(value), 0);
  }
  for (const name of isNames(schema["required"]) ? schema["required"] : []) seen.required.add(name);
  for (const [name, property] of childSpots(spot, "properties")) {
    const listed = listedValues(schemaOf(property));
    if (listed !== undefined) seen.listed.set(name, new Set(listed.map(canonicalText)));
  }
  const reference = schema["$ref"];
  const target = typeof reference === "string" ? targetSpot(spot, "$ref", reference) : undefined;
  if (target !== undefined) look(target, seen, path);
  for (const [, part] of childSpots(spot, "allOf")) look(part, seen, path);
}

function listedValues(schema: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if (Object.hasOwn(schema, "const")) return [schema["const"]];
  return Array.isArray(schema["enum"]) ? schema["enum"] : undefined;
}

/** Whether no value can agree with both. */
export function areApart(a: Profile | undefined, b: Profile | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if ((a.types & b.types) === 0) return true;
  if (a.values !== undefined && b.values !== undefined && areDisjoint(a.values, b.values)) return true;
  if ((a.types & b.types) !== OBJECT) return false;
  return [...a.tags].some(([name, values]) => {
    const others = b.tags.get(name);
    return others !== undefined && areDisjoint(values, others);
  });
}

function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return ![...a].some((text) => b.has(text));
}
