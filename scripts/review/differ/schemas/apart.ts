/** Whether no value is one of two alternatives: then exactly one of them is at least one of them. */
import type { Direction } from "../../../json/direction.js";
import { canonicalText } from "../../../json/value.js";
import type { Place } from "../../document/document.js";
import { constraintsOf, type Constraints } from "../../schema/constraints.js";
import { propertyNode } from "../../schema/flatten.js";

/** Alternatives that stand for others are read so deep. */
const MAX_NESTING = 4;

/** By their types, or by a tag: a property that each must have, with values of its own. False where that is not seen at sight. */
export function areApart(branches: readonly Place[], direction: Direction): boolean {
  const read = branches.map((branch) => constraintsOf([branch], direction));
  if (areDisjoint(read.map(({ types }) => [...types]))) return true;
  const names = new Set(read.flatMap((branch) => listRequired(branch, direction)));
  return [...names].some((name) => {
    const tags = read.map((branch) => readTag(branch, name, direction, 0));
    return tags.every((values) => values !== undefined) && areDisjoint(tags);
  });
}

function areDisjoint(lists: readonly (readonly string[])[]): boolean {
  const all = lists.flat();
  return new Set(all).size === all.length;
}

/** Those of the first alternative stand for all, where alternatives stand for others. */
function listRequired({ required, groups: [group] }: Constraints, direction: Direction): readonly string[] {
  const [first] = group?.branches ?? [];
  return [
    ...required.keys(),
    ...(first === undefined ? [] : constraintsOf([first], direction).required.keys()),
  ];
}

/** The values that a name must have, as text; undefined where it need not be there, or may have any. */
function readTag(
  { types, required, parts, groups }: Constraints,
  name: string,
  direction: Direction,
  nesting: number,
): readonly string[] | undefined {
  const isObject = types.size === 1 && types.has("object");
  if (isObject && required.has(name)) {
    const { values } = constraintsOf(propertyNode(parts, name), direction);
    if (values !== undefined) return values.map(canonicalText);
  }
  const [group] = groups;
  if (group === undefined || nesting >= MAX_NESTING) return undefined;
  const inner = group.branches.map((branch) =>
    readTag(constraintsOf([branch], direction), name, direction, nesting + 1),
  );
  return inner.every((values) => values !== undefined) ? [...new Set(inner.flat())] : undefined;
}
