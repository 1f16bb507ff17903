import { denyArray } from "../atoms/array.js";
import { denyNumber } from "../atoms/number.js";
import { denyObject } from "../atoms/object.js";
import { denyString } from "../atoms/string.js";
import { guardOf, isArrayAtom, isNumberAtom, isObjectAtom } from "../node/guard.js";
import type { Atom, Node } from "../node/node.js";
import type { Space } from "../node/space.js";
import { ANY } from "../node/types.js";

export type Negate = (node: Node) => Node;

/** The denial of an expression, pushed down to its atoms. */
export function createNegate(space: Space): Negate {
  const not: Negate = (node) => {
    const known = space.denials.get(node);
    if (known !== undefined) return known;
    space.spend(1);
    const denial = deny(space, node, not);
    space.denials.set(node, denial);
    if (!space.denials.has(denial)) space.denials.set(denial, node);
    return denial;
  };
  return not;
}

function deny(space: Space, node: Node, not: Negate): Node {
  switch (node.kind) {
    case "everything":
      return space.nothing;
    case "nothing":
      return space.everything;
    case "and":
      return space.or(...node.operands.map(not));
    case "or":
      return space.and(...node.operands.map(not));
    case "types":
      return space.types(ANY ^ node.types);
    case "one-of":
      return space.noneOf(node.values.values());
    case "none-of":
      return space.oneOf(node.values.values());
    case "reference":
      return space.reference({ ...node, positive: !node.positive });
    case "opaque":
      return space.and(space.types(node.types), space.opaque({ ...node, positive: !node.positive }));
    default:
      return space.and(space.types(guardOf(node)), denyAtom(space, node, not));
  }
}

function denyAtom(space: Space, atom: Atom, not: Negate): Node {
  if (isNumberAtom(atom)) return denyNumber(space, atom);
  if (isArrayAtom(atom)) return denyArray(space, atom, not);
  return isObjectAtom(atom) ? denyObject(space, atom, not) : denyString(space, atom);
}
