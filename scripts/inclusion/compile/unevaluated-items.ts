import { eachItem } from "../atoms/array.js";
import type { Node } from "../node/node.js";
import { listBeside } from "./beside.js";
import type { Context } from "./keyword.js";
import { childSpot, childSpots, schemaOf, type Spot } from "./spot.js";

/** Items that are evaluated when a condition holds: those before an index, and those for which `like` holds. */
type Evaluated = { readonly when: Node; readonly before: number; readonly like: Node };

/** Conditions under which `contains` evaluates items; each doubles the number of cases. */
const MAX_CONDITIONS = 4;

/** JSON Schema Core §11.2. */
export function buildUnevaluatedItems(_: unknown, context: Context): Node {
  const { space, spot } = context;
  const evaluated = [...listBeside(context, spot, space.everything, [])].map(({ spot: beside, when }) =>
    evaluatedBy(context, beside, when, beside === spot),
  );
  const [always, open] = [
    evaluated.filter(({ when }) => when === space.everything),
    evaluated.filter(({ when }) => when !== space.everything),
  ];
  const value = context.compile(childSpot(spot, "unevaluatedItems"));
  const item = space.or(value, ...always.map(({ like }) => like));
  const before = always.reduce((most, { before: count }) => Math.max(most, count), 0);
  const conditional = open.filter(({ like }) => like !== space.nothing);
  if (conditional.length > MAX_CONDITIONS)
    return context.opaque("unevaluatedItems hangs on too many conditions with contains");
  return space.or(
    ...choices(conditional).map((chosen) =>
      space.and(
        ...chosen.map(({ when }) => when),
        ...itemByItem(context, open, before, space.or(item, ...chosen.map(({ like }) => like))),
      ),
    ),
  );
}

/** Every subset: an item is evaluated by one of the conditions that hold, so some subset that holds evaluates all. */
function choices(conditions: readonly Evaluated[]): readonly (readonly Evaluated[])[] {
  return conditions.reduce<readonly (readonly Evaluated[])[]>(
    (subsets, condition) => [...subsets, ...subsets.map((subset) => [...subset, condition])],
    [[]],
  );
}

/** For each index, and for the tail: a condition that evaluates it holds, or the item does. */
function itemByItem(
  { space }: Context,
  open: readonly Evaluated[],
  start: number,
  item: Node,
): readonly Node[] {
  const edges = [...new Set([start, ...open.map(({ before }) => before)])]
    .filter((edge) => edge >= start && edge !== Infinity)
    .toSorted((a, b) => a - b);
  return edges.map((from, i) => {
    const covering = open.filter(({ before }) => before > from).map(({ when }) => when);
    return space.or(...covering, eachItem(space, from, edges[i + 1] ?? Infinity, item));
  });
}

function evaluatedBy({ space, compile }: Context, spot: Spot, when: Node, isTop: boolean): Evaluated {
  const schema = schemaOf(spot);
  const isAll = Object.hasOwn(schema, "items") || (!isTop && Object.hasOwn(schema, "unevaluatedItems"));
  const like = Object.hasOwn(schema, "contains") ? compile(childSpot(spot, "contains")) : space.nothing;
  return { when, before: isAll ? Infinity : childSpots(spot, "prefixItems").length, like };
}
