import { isRecord } from "../../json/pointer.js";
import { canonicalText } from "../../json/value.js";
import type { PlacedSchema } from "../../jsonschema/schema/registry.js";
import { OUTERMOST } from "../../jsonschema/schema/scope.js";
import { KEYWORDS } from "./keywords.js";
import { childSpot, childSpots, schemaOf, spotKey, targetSpot, type Spot } from "./spot.js";

/** What a schema says but for where its references lead, and where they do. */
type Reading = {
  readonly place: PlacedSchema;
  readonly text: string;
  readonly targets: readonly (Spot | undefined)[];
};

/** Lists whose order says nothing. */
const SETS = new Set(["required", "type", "enum"]);
/** Schemas nested deeper are not read; each of them has a text of its own. */
const MAX_NESTING = 300;
/** Rounds of refinement; chains of references that differ only at such a distance are taken apart by the solver. */
const MAX_ROUNDS = 100;

export type Unified = {
  /** The same key for schemas that are known to mean the same. */
  readonly classOf: (spot: Spot) => string;
  /**
   * Whether a schema that references lead to is known to say the same without regard to what stands at a pointer of its
   * document: it neither holds that, nor stands in it, nor does anything that it leads to.
   */
  readonly isApartFrom: (document: string, pointer: string) => (place: PlacedSchema) => boolean;
};

/**
 * Gives schemas that references lead to one key when their texts are alike, and the texts of all that they refer to:
 * partition refinement, over all documents of a session. Annotations are not read. What is not reached from `roots`
 * has a key of its own.
 */
export function unifyReferences(roots: readonly Spot[], spend: (steps: number) => void): Unified {
  const readings = readTargets(roots, spend);
  const classes = refine(readings, spend);
  const users = new Map<string, string[]>();
  const byDocument = new Map<string, (readonly [key: string, place: PlacedSchema])[]>();
  return {
    classOf: (spot) => classes.get(spotKey(spot)) ?? spotKey(spot),
    isApartFrom: (document, pointer) => {
      if (byDocument.size === 0)
        for (const [key, { place, targets }] of readings) {
          push(byDocument, place.document.uri, [key, place]);
          for (const target of targets) if (target !== undefined) push(users, spotKey(target), key);
        }
      const touched = byDocument.get(document)?.filter(([, place]) => isAround(place, pointer)) ?? [];
      const leading = new Set(touched.map(([key]) => key));
      // What is added is looked at in turn.
      for (const key of leading) for (const user of users.get(key) ?? []) leading.add(user);
      return (place) => {
        const key = spotKey({ place, scope: OUTERMOST });
        return readings.has(key) && !leading.has(key);
      };
    },
  };
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function isAround(place: PlacedSchema, pointer: string): boolean {
  return isWithin(place.pointer, pointer) || isWithin(pointer, place.pointer);
}

function isWithin(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function readTargets(roots: readonly Spot[], spend: (steps: number) => void): ReadonlyMap<string, Reading> {
  const readings = new Map<string, Reading>();
  const pending = roots.flatMap((root) => readSpot(root, spend).targets);
  while (pending.length > 0) {
    const spot = pending.pop();
    if (spot === undefined || readings.has(spotKey(spot))) continue;
    const reading = readSpot(spot, spend);
    readings.set(spotKey(spot), reading);
    pending.push(...reading.targets);
  }
  return readings;
}

function refine(
  readings: ReadonlyMap<string, Reading>,
  spend: (steps: number) => void,
): ReadonlyMap<string, string> {
  let classes = new Map([...readings].map(([key, { text }]) => [key, text]));
  let count = new Set(classes.values()).size;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const numbers = new Map<string, string>();
    const next = new Map<string, string>();
    for (const [key, { targets }] of readings) {
      spend(1 + targets.length / 8);
      const leads = targets.map((target) => target && classes.get(spotKey(target)));
      const name = `${classes.get(key)} ${leads.join(" ")}`;
      const number = numbers.get(name) ?? `class ${numbers.size}`;
      numbers.set(name, number);
      next.set(key, number);
    }
    classes = next;
    if (numbers.size === count) return classes;
    count = numbers.size;
  }
  return new Map();
}

/** Keys are read in the order of the alphabet, so that references are counted in the same order in both texts. */
function readSpot(root: Spot, spend: (steps: number) => void): Reading {
  const targets: (Spot | undefined)[] = [];
  let nesting = 0;
  const read = (spot: Spot): string => {
    nesting++;
    try {
      return nesting > MAX_NESTING ? spotKey(spot) : readSchema(spot);
    } finally {
      nesting--;
    }
  };
  const readSchema = (spot: Spot): string => {
    spend(1);
    const { value: schema } = spot.place;
    if (!isRecord(schema)) return JSON.stringify(schema) ?? "";
    const keywords = Object.keys(schema)
      .filter((keyword) => KEYWORDS.has(keyword) && keyword !== "$defs" && keyword !== "definitions")
      .toSorted();
    return `{${keywords.map((keyword) => `${keyword}:${readKeyword(spot, keyword)}`).join()}}`;
  };
  const readKeyword = (spot: Spot, keyword: string): string => {
    const value = schemaOf(spot)[keyword];
    if ((keyword === "$ref" || keyword === "$dynamicRef") && typeof value === "string") {
      const target = targetSpot(spot, keyword, value);
      targets.push(target);
      return target === undefined ? JSON.stringify(value) : `#${targets.length}`;
    }
    const holds = KEYWORDS.get(keyword)?.holds;
    if (holds === "schema") return read(childSpot(spot, keyword));
    if (holds === undefined || typeof value !== "object")
      return canonicalText(SETS.has(keyword) && Array.isArray(value) ? sortValues(value) : value);
    const held = childSpots(spot, keyword).toSorted(([a], [b]) =>
      holds === "list" || a === b ? 0 : a < b ? -1 : 1,
    );
    return held.map(([key, child]) => `${JSON.stringify(key)}:${read(child)}`).join();
  };
  return { place: root.place, text: read(root), targets };
}

function sortValues(values: readonly unknown[]): readonly unknown[] {
  return values.map((value) => canonicalText(value)).toSorted();
}
