import type { Node } from "../../node/node.js";
import { STRING } from "../../node/types.js";
import { namesOf, type ObjectShape } from "./object-shape.js";
import type { Solver } from "../solver.js";

/** Names that nothing tells apart, and what the value of such a name is asked for. */
export type Cell = { readonly names: Node; readonly limit: Node };

/** An expression about names that cells are cut by, and what it asks of values. */
type Sign = { readonly names: Node; readonly value: Node };

/**
 * The cells of the names that are not listed, found as they are asked for. A cell without a name, or whose names can have
 * no value, is cut off before its parts are looked at.
 */
export function createCells(solver: Solver, shape: ObjectShape) {
  const { space, find, not, restrict } = solver;
  const signs = signsOf(solver, shape);
  const fresh = space.noneOf(namesOf(shape));

  /** Cells within `names` that can have a value for which `value` holds. */
  const isEmpty = (cell: Node): boolean => find(space.and(space.types(STRING), cell)).kind === "empty";

  return (names: Node, value: Node): Iterable<Cell> => {
    const start = restrict(space.and(fresh, names), STRING);
    const isSure = ({ names: covered }: Sign): boolean => isEmpty(space.and(start, not(covered)));
    // What covers all of the names is asked of their value in every cell: it may rule out all of them at once.
    const ordered = [...signs.filter(isSure), ...signs.filter((sign) => !isSure(sign))];

    function* descend(at: number, cell: Node, limit: Node): Iterable<Cell> {
      space.spend(1);
      if (isEmpty(cell)) return;
      const sign = ordered[at];
      if (sign === undefined) {
        yield { names: cell, limit };
        return;
      }
      yield* descend(at + 1, restrict(space.and(cell, not(sign.names)), STRING), limit);
      const narrowed = space.and(limit, sign.value);
      if (find(space.and(narrowed, value)).kind === "empty") return;
      yield* descend(at + 1, restrict(space.and(cell, sign.names), STRING), narrowed);
    }
    return descend(0, start, space.everything);
  };
}

/** One sign for all that ask the same of the value. */
function signsOf({ space }: Solver, { wide, some }: ObjectShape): readonly Sign[] {
  const byValue = new Map<Node, Node>();
  for (const { names, value } of wide)
    byValue.set(value, space.or(byValue.get(value) ?? space.nothing, names));
  const signs = [...byValue].map(([value, names]): Sign => ({ names, value }));
  const known = new Set(byValue.values());
  const others = new Set(some.map(({ names }) => names).filter((names) => !known.has(names)));
  return [...signs, ...[...others].map((names): Sign => ({ names, value: space.everything }))];
}
