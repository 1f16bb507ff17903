import { isRecord } from "../../json/pointer.js";
import { eachItem, maxItems, minItems } from "../atoms/array.js";
import { eachProperty, required } from "../atoms/object.js";
import { guardOf } from "../node/guard.js";
import type { Node, Reference, Values } from "../node/node.js";
import type { Space } from "../node/space.js";
import { ANY, ARRAY, OBJECT, typeOf, type Types } from "../node/types.js";
import type { Negate } from "./negate.js";

export type Restrict = (node: Node, type: Types) => Node;

/** What a reference says: read once, and denied where it is the denial. */
export type Unfold = (reference: Reference) => Node;

export function createUnfold(not: Negate): Unfold {
  const bodies = new Map<Reference, Node>();
  return (reference) => {
    const known = bodies.get(reference);
    if (known !== undefined) return known;
    const read = reference.read();
    const body = reference.positive ? read : not(read);
    bodies.set(reference, body);
    return body;
  };
}

/**
 * What an expression says of values of a single type, without references at its top and without the type itself. A
 * denied constant of an array or object is unfolded there.
 */
export function createRestrict(space: Space, not: Negate, unfold: Unfold): Restrict {
  const known = new Map<Types, Map<Node, Node>>();
  const open = new Set<string>();
  const restrict: Restrict = (node, type) => {
    const memo = known.get(type) ?? new Map<Node, Node>();
    known.set(type, memo);
    const found = memo.get(node);
    if (found !== undefined) return found;
    space.spend(1);
    const restricted =
      node.kind === "reference"
        ? followOnce(space, open, node, () => restrict(unfold(node), type))
        : restrictNode(space, node, type, (part) => restrict(part, type), not);
    memo.set(node, restricted);
    return restricted;
  };
  return restrict;
}

function restrictNode(
  space: Space,
  node: Exclude<Node, Reference>,
  type: Types,
  restrict: (part: Node) => Node,
  not: Negate,
): Node {
  switch (node.kind) {
    case "everything":
    case "nothing":
      return node;
    case "types":
      return (node.types & type) === 0 ? space.nothing : space.everything;
    case "and":
      return space.and(...mapUntil(node.operands, restrict, space.nothing));
    case "or":
      return space.or(...mapUntil(node.operands, restrict, space.everything));
    case "one-of":
      return space.oneOf(valuesOf(node, type));
    case "none-of":
      if (type !== ARRAY && type !== OBJECT) return space.noneOf(valuesOf(node, type));
      return space.and(...valuesOf(node, type).map((value) => restrict(not(structure(space, value)))));
    default:
      return (guardOf(node) & type) === 0 ? space.everything : node;
  }
}

/** Stops at a result that settles the junction. */
function mapUntil(nodes: readonly Node[], map: (node: Node) => Node, settled: Node): readonly Node[] {
  const list: Node[] = [];
  for (const node of nodes) {
    const mapped = map(node);
    if (mapped === settled) return [settled];
    list.push(mapped);
  }
  return list;
}

/** A reference that is met again on its own way leads nowhere. */
function followOnce(space: Space, open: Set<string>, reference: Reference, follow: () => Node): Node {
  if (open.has(reference.key)) return endless(space, reference);
  open.add(reference.key);
  try {
    return follow();
  } finally {
    open.delete(reference.key);
  }
}

/** A reference that leads to itself without a step into the value says nothing that could be checked. */
function endless(space: Space, { key, positive, place }: Reference): Node {
  const reason = "a reference leads back to itself for the same value";
  return space.opaque({
    types: ANY,
    positive,
    name: `endless ${key}`,
    reason,
    place,
    test: undefined,
    samples: [],
  });
}

function valuesOf({ values }: Values, type: Types): readonly unknown[] {
  return [...values.values()].filter((value) => typeOf(value) === type);
}

/** A constant array or object, said one level deep: its size, and each of its parts. */
function structure(space: Space, value: unknown): Node {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, i) => eachItem(space, i, i + 1, space.oneOf([item])));
    return space.and(
      space.types(ARRAY),
      minItems(space, value.length),
      maxItems(space, value.length),
      ...items,
    );
  }
  const members = isRecord(value) ? Object.entries(value) : [];
  const names = members.map(([name]) => name);
  return space.and(
    space.types(OBJECT),
    ...names.map((name) => required(space, name)),
    ...members.map(([name, member]) => eachProperty(space, space.oneOf([name]), space.oneOf([member]))),
    eachProperty(space, space.noneOf(names), space.nothing),
  );
}
