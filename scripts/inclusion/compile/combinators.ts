import type { Node } from "../node/node.js";
import { areApart, readProfile } from "./apart.js";
import type { Context, KeywordRows } from "./keyword.js";
import { childSpot, childSpots, schemaOf, targetSpot } from "./spot.js";

/** Keywords that apply schemas to the value itself (JSON Schema Core §8.2.3, §10.2). */
export const COMBINATORS: KeywordRows = {
  $ref: { build: (value, context) => buildReference("$ref", value, context) },
  $dynamicRef: { build: (value, context) => buildReference("$dynamicRef", value, context) },
  allOf: { holds: "list", build: (_, context) => context.space.and(...branches(context, "allOf")) },
  anyOf: { holds: "list", build: (_, context) => context.space.or(...branches(context, "anyOf")) },
  oneOf: { holds: "list", build: (_, context) => buildOneOf(context) },
  not: { holds: "schema", build: (_, { spot, compile, not }) => not(compile(childSpot(spot, "not"))) },
  if: { holds: "schema", build: (_, context) => buildConditional(context) },
  // `if` speaks for both; alone they mean nothing.
  then: { holds: "schema" },
  else: { holds: "schema" },
  $defs: { holds: "map" },
  definitions: { holds: "map" },
};

function branches({ spot, compile }: Context, keyword: string): readonly Node[] {
  return childSpots(spot, keyword).map(([, branch]) => compile(branch));
}

function buildReference(
  keyword: "$ref" | "$dynamicRef",
  value: unknown,
  { spot, refer, opaque }: Context,
): Node | undefined {
  if (typeof value !== "string") return undefined;
  const target = targetSpot(spot, keyword, value);
  return target === undefined ? opaque(`${keyword} ${value} leads nowhere`) : refer(target);
}

/** One of them, and none of those that are not apart from it for a reason that is seen at sight. */
function buildOneOf(context: Context): Node {
  const { space, not, spot } = context;
  const nodes = branches(context, "oneOf");
  const profiles = childSpots(spot, "oneOf").map(([, branch]) => readProfile(branch));
  space.spend(nodes.length ** 2 / 8);
  return space.or(
    ...nodes.map((node, i) => {
      const rivals = nodes.filter((_, j) => j !== i && !areApart(profiles[i], profiles[j]));
      return space.and(node, ...rivals.map(not));
    }),
  );
}

function buildConditional({ space, not, spot, compile }: Context): Node {
  const { then, else: otherwise } = schemaOf(spot);
  const condition = compile(childSpot(spot, "if"));
  return space.and(
    then === undefined ? space.everything : space.or(not(condition), compile(childSpot(spot, "then"))),
    otherwise === undefined ? space.everything : space.or(condition, compile(childSpot(spot, "else"))),
  );
}
