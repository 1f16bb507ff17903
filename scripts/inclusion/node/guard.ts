import type { ArrayAtom, Atom, Node, NumberAtom, ObjectAtom, StringAtom } from "./node.js";
import { ANY, ARRAY, NUMBER, OBJECT, STRING, type Types } from "./types.js";

const GUARDS: ReadonlyMap<string, Types> = new Map(
  Object.entries({
    minimum: NUMBER,
    "exclusive-minimum": NUMBER,
    maximum: NUMBER,
    "exclusive-maximum": NUMBER,
    multiple: NUMBER,
    "not-multiple": NUMBER,
    "min-length": STRING,
    "max-length": STRING,
    pattern: STRING,
    "not-pattern": STRING,
    "min-items": ARRAY,
    "max-items": ARRAY,
    "each-item": ARRAY,
    "count-at-least": ARRAY,
    "count-at-most": ARRAY,
    unique: ARRAY,
    "not-unique": ARRAY,
    "min-properties": OBJECT,
    "max-properties": OBJECT,
    required: OBJECT,
    "each-property": OBJECT,
    "some-property": OBJECT,
  } satisfies Record<Atom["kind"], Types>),
);

/** The types of which a node speaks: it holds for every value of another type. */
export function guardOf(node: Node): Types {
  return node.kind === "opaque" ? node.types : (GUARDS.get(node.kind) ?? ANY);
}

export function isNumberAtom(node: Node): node is NumberAtom {
  return GUARDS.get(node.kind) === NUMBER;
}

export function isStringAtom(node: Node): node is StringAtom {
  return GUARDS.get(node.kind) === STRING;
}

export function isArrayAtom(node: Node): node is ArrayAtom {
  return GUARDS.get(node.kind) === ARRAY;
}

export function isObjectAtom(node: Node): node is ObjectAtom {
  return GUARDS.get(node.kind) === OBJECT;
}
