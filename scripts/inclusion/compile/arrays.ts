import { countAtLeast, countAtMost, eachItem, maxItems, minItems, unique } from "../atoms/array.js";
import type { Node } from "../node/node.js";
import { isCount, type Context, type KeywordRows } from "./keyword.js";
import { childSpot, childSpots, schemaOf } from "./spot.js";

/** Keywords of arrays (JSON Schema Core §10.3.1, Validation §6.4). */
export const ARRAYS: KeywordRows = {
  minItems: { build: (value, { space }) => (isCount(value) ? minItems(space, value) : undefined) },
  maxItems: { build: (value, { space }) => (isCount(value) ? maxItems(space, value) : undefined) },
  uniqueItems: { build: (value, { space }) => (value === true ? unique(space) : space.everything) },
  prefixItems: { holds: "list", build: buildPrefix },
  items: { holds: "schema", build: buildItems },
  contains: { holds: "schema", build: buildContains },
  minContains: {},
  maxContains: {},
};

function buildPrefix(value: unknown, { space, spot, compile }: Context): Node | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = childSpots(spot, "prefixItems").map(([, item]) => compile(item));
  return space.and(...items.map((item, i) => eachItem(space, i, i + 1, item)));
}

function buildItems(_: unknown, { space, spot, compile }: Context): Node {
  return eachItem(space, childSpots(spot, "prefixItems").length, Infinity, compile(childSpot(spot, "items")));
}

function buildContains(_: unknown, { space, spot, compile, not }: Context): Node | undefined {
  const { minContains = 1, maxContains = Infinity } = schemaOf(spot);
  if (!isCount(minContains) || !isCount(maxContains)) return undefined;
  const item = compile(childSpot(spot, "contains"));
  return space.and(countAtLeast(space, 0, minContains, item), countAtMost(space, 0, maxContains, item, not));
}
