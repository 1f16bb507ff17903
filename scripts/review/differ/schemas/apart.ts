/** Whether no value is one of two alternatives: then exactly one of them is at least one of them. */
import type { Direction } from "../../../json/direction.js";
import { canonicalText } from "../../../json/value.js";
import type { Place } from "../../document/document.js";
import { constraintsOf, type Constraints } from "../../schema/constraints.js";
import { propertyNode } from "../../schema/flatten.js";

/** Alternatives that stand for others are read so deep. */
const MAX_NESTING = 4;

/**
 * By their types, or by a tag: a property with values of its own in each, that all but one must have. False where that is not
 * seen at sight.
 */
export function areApart(branches: readonly Place[], direction: Direction): boolean {
  const read = branches.map((branch) => constraintsOf([branch], direction));
  if (areDisjoint(read.map(({ types }) => listKinds(types)))) return true;
  const names = new Set(read.flatMap((branch) => listRequired(branch, direction)));
  return [...names].some((name) => {
    const tags = read.map((branch) => readTag(branch, name, direction, 0));
    const isTagged = tags.every((tag) => tag !== undefined) && areDisjoint(tags.map(({ values }) => values));
    return isTagged && tags.filter(({ isNeeded }) => !isNeeded).length <= 1;
  });
}

/** Whole numbers are numbers. */
function listKinds(types: Constraints["types"]): readonly string[] {
  return [...new Set(Array.from(types, (type) => (type === "integer" ? "number" : type)))];
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

type Tag = { readonly values: readonly string[]; readonly isNeeded: boolean };

/** The values that a name may have, as text, and whether only objects with it are taken; undefined where it may have any. */
function readTag(
  { types, required, parts, groups: [group] }: Constraints,
  name: string,
  direction: Direction,
  nesting: number,
): Tag | undefined {
  const { values } = constraintsOf(propertyNode(parts, name), direction);
  const isNeeded = types.size === 1 && types.has("object") && required.has(name);
  if (values !== undefined) return { values: values.map(canonicalText), isNeeded };
  if (group === undefined || nesting >= MAX_NESTING) return undefined;
  const inner = group.branches.map((branch) =>
    readTag(constraintsOf([branch], direction), name, direction, nesting + 1),
  );
  if (!inner.every((tag) => tag !== undefined)) return undefined;
  return {
    values: [...new Set(inner.flatMap((tag) => tag.values))],
    isNeeded: inner.every((tag) => tag.isNeeded),
  };
}
