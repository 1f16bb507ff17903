import { isRecord } from "../../json/pointer.js";
import { canonicalText } from "../../json/value.js";
import { KEYWORDS } from "./keywords.js";
import { childSpot, childSpots, schemaOf, spotKey, targetSpot, type Spot } from "./spot.js";

/** What a schema says but for where its references lead, and where they do. */
type Reading = { readonly text: string; readonly targets: readonly (Spot | undefined)[] };

/** Lists whose order says nothing. */
const SETS = new Set(["required", "type", "enum"]);
/** Schemas nested deeper are not read; each of them has a text of its own. */
const MAX_NESTING = 300;
/** Rounds of refinement; chains of references that differ only at such a distance are taken apart by the solver. */
const MAX_ROUNDS = 100;

/**
 * Gives schemas that references lead to one key when their texts are alike, and the texts of all that they refer to:
 * partition refinement, over all documents of a session. Annotations are not read. What is not reached from `roots`
 * has a key of its own.
 */
export function unifyReferences(
  roots: readonly Spot[],
  spend: (steps: number) => void,
): (spot: Spot) => string {
  const readings = readTargets(roots, spend);
  const classes = refine(readings, spend);
  return (spot) => classes.get(spotKey(spot)) ?? spotKey(spot);
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
  return { text: read(root), targets };
}

function sortValues(values: readonly unknown[]): readonly unknown[] {
  return values.map((value) => canonicalText(value)).toSorted();
}
