/** What changed inside of schemas: every keyword, at every spot of the value, without an opinion whom it breaks. */
import type { Direction } from "../../../json/direction.js";
import { listKeywords } from "../../keywords/index.js";
import { constraintsOf, type Constraints } from "../../schema/constraints.js";
import { nodeKey, type Schemas } from "../../schema/flatten.js";
import { areWrittenAlike } from "../../schema/same-text.js";
import { compareCombinators } from "./combinators.js";
import { compareMembers } from "./members.js";
import { LENSES, type Found, type Inner, type Lens, type SchemaChange, type Spot } from "./spot.js";
import { compareAnnotation, compareBounds, compareListed, compareType, compareValue } from "./values.js";

export type { SchemaChange, Stop } from "./spot.js";

/** What spots of two documents differ in, by direction and name: most are met in many uses. */
export type KnownSpots = Map<string, readonly Difference[]>;

type Difference = Inner | (Exclude<Found, Inner> & Pick<SchemaChange, "around">);

/** Every difference between two schemas. */
export function compareSchemas(
  base: Schemas,
  head: Schemas,
  direction: Direction,
  known: KnownSpots = new Map(),
): SchemaChange[] {
  const start = { kind: "inner", base, head, path: [], lens: LENSES.keep } as const;
  return walk(start, { direction, known, seen: new Set(), trail: [], isDirect: true });
}

type Walk = Pick<SchemaChange, "trail"> & {
  /** Whether the last step says more where its schema does. */
  readonly isDirect: boolean;
  readonly direction: Direction;
  readonly known: KnownSpots;
  /** Pairs of schemas that have been entered: a schema that contains itself is compared once. */
  readonly seen: Set<string>;
};

function walk({ base, head, path, lens }: Inner, context: Walk): SchemaChange[] {
  const spot = `${nodeKey(base)} -> ${nodeKey(head)}`;
  if (context.seen.has(spot)) return [];
  context.seen.add(spot);
  const { direction, known } = context;
  const trail = [...context.trail, { base, head, path, isDirect: context.isDirect }];
  const isWhole = path.length === 0;
  const key = `${direction} ${isWhole} ${spot}`;
  const all = known.get(key) ?? listDifferences(base, head, { direction, isWhole });
  known.set(key, all);
  const isDirect = isKept(lens);
  return all.flatMap((found) => {
    const at = [...path, ...found.path];
    if (found.kind === "inner")
      return walk(
        { ...found, path: at, lens: compose(lens, found.lens) },
        { ...context, trail, isDirect: isKept(found.lens) },
      );
    const { comparison: own } = found;
    return [{ ...found, path: at, own, comparison: lens(own), isDirect, spot, trail }];
  });
}

type At = Pick<Spot, "direction" | "isWhole">;

function listDifferences(base: Schemas, head: Schemas, at: At): readonly Difference[] {
  if (areWrittenAlike(base, head)) return [];
  const sides = { base: constraintsOf(base, at.direction), head: constraintsOf(head, at.direction) };
  const around = { base: sides.base.parts[0]?.place, head: sides.head.parts[0]?.place };
  return Array.from(compareSpot({ ...sides, ...at }), (found) =>
    found.kind === "inner" ? found : { ...found, around },
  );
}

function isKept(lens: Lens): boolean {
  return lens("narrower") === "narrower";
}

function compose(outer: Lens, within: Lens): Lens {
  return (comparison) => outer(within(comparison));
}

function* compareSpot(spot: Spot): Generator<Found> {
  if (acceptsNothing(spot.base) !== acceptsNothing(spot.head)) {
    yield changeOfWhole(spot);
    return;
  }
  yield* compareType(spot);
  yield* compareListed(spot);
  yield* compareBounds(spot, "lower", ["minimum", "exclusiveMinimum"]);
  yield* compareBounds(spot, "upper", ["maximum", "exclusiveMaximum"]);
  for (const keyword of listKeywords("value")) yield* compareValue(spot, keyword);
  yield* compareMembers(spot);
  yield* compareCombinators(spot);
  for (const keyword of [...listKeywords("annotation"), ...listExtensions(spot)])
    yield* compareAnnotation(spot, keyword);
}

function acceptsNothing({ values }: Constraints): boolean {
  return values?.length === 0;
}

/** A spot that no value may fill, in place of what it accepted, or the other way round. */
function changeOfWhole({ base, head, isWhole }: Spot): Found {
  const isRemoved = acceptsNothing(head);
  const keyword = isWhole ? "not" : "properties";
  const [was, now] = isRemoved ? ["schema", false] : [false, "schema"];
  const comparison = isRemoved ? "narrower" : "wider";
  const places = { base: base.parts[0]?.place, head: head.parts[0]?.place };
  return { kind: "assertion", keyword, path: [], ...places, was, now, comparison };
}

function listExtensions({ base, head }: Spot): string[] {
  const keys = [...base.parts, ...head.parts].flatMap(({ schema }) => Object.keys(schema));
  return [...new Set(keys)].filter((key) => key.startsWith("x-"));
}
