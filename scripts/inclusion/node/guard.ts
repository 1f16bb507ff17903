import type { ArrayAtom, Node, NumberAtom, ObjectAtom, StringAtom } from "./node.js";
import { ANY, ARRAY, NUMBER, OBJECT, STRING, type Types } from "./types.js";

const NUMBER_KINDS = new Set<Node["kind"]>([
  "minimum",
  "exclusive-minimum",
  "maximum",
  "exclusive-maximum",
  "multiple",
  "not-multiple",
] satisfies NumberAtom["kind"][]);

const STRING_KINDS = new Set<Node["kind"]>([
  "min-length",
  "max-length",
  "pattern",
  "not-pattern",
] satisfies StringAtom["kind"][]);

const ARRAY_KINDS = new Set<Node["kind"]>([
  "min-items",
  "max-items",
  "each-item",
  "count-at-least",
  "count-at-most",
  "unique",
  "not-unique",
] satisfies ArrayAtom["kind"][]);

const OBJECT_KINDS = new Set<Node["kind"]>([
  "min-properties",
  "max-properties",
  "required",
  "each-property",
  "some-property",
] satisfies ObjectAtom["kind"][]);

export function isNumberAtom(node: Node): node is NumberAtom {
  return NUMBER_KINDS.has(node.kind);
}

export function isStringAtom(node: Node): node is StringAtom {
  return STRING_KINDS.has(node.kind);
}

export function isArrayAtom(node: Node): node is ArrayAtom {
  return ARRAY_KINDS.has(node.kind);
}

export function isObjectAtom(node: Node): node is ObjectAtom {
  return OBJECT_KINDS.has(node.kind);
}

/** The types of which a node speaks: it holds for every value of another type. */
export function guardOf(node: Node): Types {
  if (node.kind === "opaque") return node.types;
  if (isNumberAtom(node)) return NUMBER;
  if (isStringAtom(node)) return STRING;
  if (isArrayAtom(node)) return ARRAY;
  return isObjectAtom(node) ? OBJECT : ANY;
}
