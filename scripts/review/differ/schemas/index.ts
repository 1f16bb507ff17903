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

export type { SchemaChange } from "./spot.js";

/** Every difference between two schemas. */
export function compareSchemas(base: Schemas, head: Schemas, direction: Direction): SchemaChange[] {
  const start = { kind: "inner", base, head, path: [], lens: LENSES.keep } as const;
  return walk(start, { direction, seen: new Set(), trail: [] });
}

type Walk = Pick<SchemaChange, "trail"> & {
  readonly direction: Direction;
  /** Pairs of schemas that have been entered: a schema that contains itself is compared once. */
  readonly seen: Set<string>;
};

function walk({ base, head, path, lens }: Inner, context: Walk): SchemaChange[] {
  const spot = `${nodeKey(base)} -> ${nodeKey(head)}`;
  if (context.seen.has(spot) || areWrittenAlike(base, head)) return [];
  context.seen.add(spot);
  const { direction } = context;
  const trail = [...context.trail, { base, head }];
  const sides = { base: constraintsOf(base, direction), head: constraintsOf(head, direction) };
  const around = { base: sides.base.parts[0]?.place, head: sides.head.parts[0]?.place };
  return [...compareSpot({ ...sides, path, direction })].flatMap((found) => {
    if (found.kind === "inner")
      return walk({ ...found, lens: compose(lens, found.lens) }, { ...context, trail });
    const own = found.comparison;
    return [
      {
        ...found,
        own,
        comparison: lens(own),
        isDirect: lens("narrower") === "narrower",
        spot,
        around,
        trail,
      },
    ];
  });
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
function changeOfWhole({ base, head, path }: Spot): Found {
  const isRemoved = acceptsNothing(head);
  const keyword = path.length > 0 ? "properties" : "not";
  const [was, now] = isRemoved ? ["schema", false] : [false, "schema"];
  const comparison = isRemoved ? "narrower" : "wider";
  const places = { base: base.parts[0]?.place, head: head.parts[0]?.place };
  return { kind: "assertion", keyword, path, ...places, was, now, comparison };
}

function listExtensions({ base, head }: Spot): string[] {
  const keys = [...base.parts, ...head.parts].flatMap(({ schema }) => Object.keys(schema));
  return [...new Set(keys)].filter((key) => key.startsWith("x-"));
}
