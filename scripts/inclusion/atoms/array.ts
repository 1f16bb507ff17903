import { canonicalText } from "../../json/value.js";
import type { ArrayAtom, Node } from "../node/node.js";
import type { Space } from "../node/space.js";
import { ANY, ARRAY } from "../node/types.js";
import { countHolds, denied, everyHolds, type Truth } from "./three-valued.js";

export function minItems(space: Space, count: number): Node {
  return count <= 0 ? space.everything : space.make(count, { kind: "min-items", count });
}

export function maxItems(space: Space, count: number): Node {
  if (count === Infinity) return space.everything;
  return count < 0 ? space.types(ANY ^ ARRAY) : space.make(count, { kind: "max-items", count });
}

export function unique(space: Space): Node {
  return space.make("", { kind: "unique" });
}

/** Items from an index up to another, which is left out. */
export function eachItem(space: Space, from: number, to: number, item: Node): Node {
  if (item === space.everything || from >= to) return space.everything;
  if (item === space.nothing) return maxItems(space, from);
  return space.make(`${from} ${to} ${item.id}`, { kind: "each-item", from, to, item });
}

/** At least so many of the items from an index on. */
export function countAtLeast(space: Space, from: number, count: number, item: Node): Node {
  if (count <= 0) return space.everything;
  if (item === space.everything) return minItems(space, from + count);
  if (item === space.nothing) return space.types(ANY ^ ARRAY);
  return space.make(`${from} ${count} ${item.id}`, { kind: "count-at-least", from, count, item });
}

export function countAtMost(
  space: Space,
  from: number,
  count: number,
  item: Node,
  not: (node: Node) => Node,
): Node {
  if (count === Infinity || item === space.nothing) return space.everything;
  if (count < 0) return space.types(ANY ^ ARRAY);
  if (count === 0) return eachItem(space, from, Infinity, not(item));
  if (item === space.everything) return maxItems(space, from + count);
  return space.make(`${from} ${count} ${item.id}`, { kind: "count-at-most", from, count, item });
}

/** The denial among arrays. */
export function denyArray(space: Space, atom: ArrayAtom, not: (node: Node) => Node): Node {
  switch (atom.kind) {
    case "min-items":
      return maxItems(space, atom.count - 1);
    case "max-items":
      return minItems(space, atom.count + 1);
    case "unique":
      return space.make("", { kind: "not-unique" });
    case "not-unique":
      return unique(space);
    case "count-at-least":
      return countAtMost(space, atom.from, atom.count - 1, atom.item, not);
    case "count-at-most":
      return countAtLeast(space, atom.from, atom.count + 1, atom.item);
    case "each-item":
      return denyEachItem(space, atom.from, atom.to, not(atom.item));
  }
}

function denyEachItem(space: Space, from: number, to: number, wrong: Node): Node {
  if (to === Infinity) return countAtLeast(space, from, 1, wrong);
  const places = Array.from({ length: to - from }, (_, i) => from + i);
  return space.or(
    ...places.map((at) => space.and(minItems(space, at + 1), eachItem(space, at, at + 1, wrong))),
  );
}

export function holdsForArray(
  atom: ArrayAtom,
  value: readonly unknown[],
  holds: (node: Node, item: unknown) => Truth,
): Truth {
  switch (atom.kind) {
    case "min-items":
      return value.length >= atom.count;
    case "max-items":
      return value.length <= atom.count;
    case "unique":
      return isUnique(value);
    case "not-unique":
      return !isUnique(value);
    case "each-item":
      return everyHolds(value.slice(atom.from, atom.to), (item) => holds(atom.item, item));
    case "count-at-least":
      return countHolds(value.slice(atom.from), atom.count, (item) => holds(atom.item, item));
    case "count-at-most":
      return denied(countHolds(value.slice(atom.from), atom.count + 1, (item) => holds(atom.item, item)));
  }
}

function isUnique(items: readonly unknown[]): boolean {
  return new Set(items.map(canonicalText)).size === items.length;
}
