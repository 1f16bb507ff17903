import { eachProperty } from "../atoms/object.js";
import type { Node } from "../node/node.js";
import { STRING } from "../node/types.js";
import { listBeside } from "./beside.js";
import type { Context } from "./keyword.js";
import { namesBeside } from "./objects.js";
import { childSpot, schemaOf, type Spot } from "./spot.js";

/** Names that are evaluated when a condition holds. */
type Evaluated = { readonly when: Node; readonly names: Node };

/** Conditions with names that no list gives; each may double the number of cells. */
const MAX_WIDE = 8;

/**
 * JSON Schema Core §11.3, point by point: for each name, and each cell of names that are evaluated under the same
 * conditions, one of the conditions holds or the value does.
 */
export function buildUnevaluatedProperties(_: unknown, context: Context): Node {
  const { space, not, restrict, spot } = context;
  const evaluated = listEvaluated(context);
  const always = space.or(
    ...evaluated.filter(({ when }) => when === space.everything).map(({ names }) => names),
  );
  if (always === space.everything) return space.everything;
  const value = context.compile(childSpot(spot, "unevaluatedProperties"));
  const open = evaluated.filter(({ when, names }) => when !== space.everything && names !== space.nothing);
  const wide = open.filter(({ names }) => names.kind !== "one-of");
  if (wide.length > MAX_WIDE) return context.opaque("unevaluatedProperties hangs on too many conditions");
  const listed = [...new Set(open.flatMap(({ names }) => listedNames(names)))];
  const points = listed
    .filter((name) => context.evaluate(always, name) !== true)
    .map((name) => {
      const covering = open.filter(({ names }) => context.evaluate(names, name) === true);
      return space.or(...covering.map(({ when }) => when), eachProperty(space, space.oneOf([name]), value));
    });
  const rest = restrict(space.and(not(always), space.noneOf(listed)), STRING);
  return space.and(...points, ...cells(context, rest, wide, [], value));
}

function* cells(
  context: Context,
  names: Node,
  [first, ...others]: readonly Evaluated[],
  whens: readonly Node[],
  value: Node,
): Iterable<Node> {
  const { space, not, restrict } = context;
  if (names === space.nothing) return;
  if (first === undefined) {
    yield space.or(...whens, eachProperty(space, names, value));
    return;
  }
  yield* cells(context, restrict(space.and(names, not(first.names)), STRING), others, whens, value);
  const inside = restrict(space.and(names, first.names), STRING);
  yield* cells(context, inside, others, [...whens, first.when], value);
}

function listEvaluated(context: Context): readonly Evaluated[] {
  const { space, spot } = context;
  return [...listBeside(context, spot, space.everything, [])].flatMap((beside) =>
    namesOf(context, beside.spot, beside.spot === spot).map((names) => ({ when: beside.when, names })),
  );
}

/** What a schema evaluates by its own keywords: lists and patterns apart, so that lists stay lists. */
function namesOf({ space }: Context, spot: Spot, isTop: boolean): readonly Node[] {
  const schema = schemaOf(spot);
  const isAll =
    Object.hasOwn(schema, "additionalProperties") ||
    (!isTop && Object.hasOwn(schema, "unevaluatedProperties"));
  if (isAll) return [space.everything];
  const names = namesBeside({ space, spot });
  return names.kind === "or" ? names.operands : [names];
}

function listedNames(names: Node): readonly string[] {
  if (names.kind !== "one-of") return [];
  return [...names.values.values()].filter((name) => typeof name === "string");
}
