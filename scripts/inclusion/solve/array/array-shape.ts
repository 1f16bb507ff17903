import type { ArrayAtom, CountItems, EachItem, Node } from "../../node/node.js";
import type { Space } from "../../node/space.js";

/** What is asked of an array. */
export type ArrayShape = {
  readonly min: number;
  readonly max: number;
  readonly isUnique: boolean;
  readonly isNotUnique: boolean;
  readonly needs: readonly CountItems[];
  readonly caps: readonly CountItems[];
  /** From this index on, all items are asked for the same. */
  readonly tail: number;
  /** What the item at an index is asked for. */
  readonly limitAt: (index: number) => Node;
};

export function readArrayShape(space: Space, atoms: readonly ArrayAtom[]): ArrayShape {
  const ofKind = <K extends ArrayAtom["kind"]>(kind: K): Extract<ArrayAtom, { kind: K }>[] =>
    atoms.filter((atom): atom is Extract<ArrayAtom, { kind: K }> => atom.kind === kind);
  const counts = (kind: "min-items" | "max-items"): readonly number[] =>
    atoms.flatMap((atom) => (atom.kind === kind ? [atom.count] : []));
  const countsOf = (kind: CountItems["kind"]): readonly CountItems[] =>
    atoms.filter((atom): atom is CountItems => atom.kind === kind);
  const each: readonly EachItem[] = ofKind("each-item");
  const counted = [...countsOf("count-at-least"), ...countsOf("count-at-most")];
  const edges = [...each.flatMap(({ from, to }) => [from, to]), ...counted.map(({ from }) => from)];
  const tail = edges.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0);
  return {
    min: counts("min-items").reduce((a, b) => Math.max(a, b), 0),
    max: counts("max-items").reduce((a, b) => Math.min(a, b), Infinity),
    isUnique: atoms.some(({ kind }) => kind === "unique"),
    isNotUnique: atoms.some(({ kind }) => kind === "not-unique"),
    needs: countsOf("count-at-least"),
    caps: countsOf("count-at-most"),
    tail,
    limitAt: rememberLimits(space, each, tail),
  };
}

function rememberLimits(space: Space, each: readonly EachItem[], tail: number): (index: number) => Node {
  const known = new Map<number, Node>();
  return (index) => {
    const at = Math.min(index, tail);
    const found = known.get(at);
    if (found !== undefined) return found;
    space.spend(each.length);
    const covering = each.filter(({ from, to }) => from <= at && at < to);
    const limit = space.and(...covering.map(({ item }) => item));
    known.set(at, limit);
    return limit;
  };
}
