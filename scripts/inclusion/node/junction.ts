import { guardOf } from "./guard.js";
import type { Node, Values } from "./node.js";
import type { NodeTable } from "./table.js";
import { ANY, typeOf, type Types } from "./types.js";

/** What a conjunction says, said shorter; a set with `nothing` alone where it contradicts itself at sight. */
export function simplifyAnd(table: NodeTable, set: Set<Node>): ReadonlySet<Node> {
  table.spend(set.size);
  const never = new Set([table.nothing]);
  if (set.has(table.nothing)) return never;
  set.delete(table.everything);
  const types = takeTypes(set, ANY, (a, b) => a & b);
  if (types === 0 || !mergeValues(table, set, types)) return never;
  const [list] = pick(set, isList);
  const possible = list === undefined ? types : typesOf(list);
  for (const node of set) if ((guardOf(node) & possible) === 0) set.delete(node);
  if (list === undefined && types !== ANY) set.add(table.types(types));
  if (contradicts(table, set, "and")) return never;
  for (const node of set) {
    if (
      node.kind === "or" &&
      node.operands.some((operand) => isSaid(operand, set) || covers(operand, possible))
    )
      set.delete(node);
  }
  return set;
}

/** What a disjunction says, said shorter; a set with `everything` alone where it excludes nothing at sight. */
export function simplifyOr(table: NodeTable, set: Set<Node>): ReadonlySet<Node> {
  table.spend(set.size);
  const always = new Set([table.everything]);
  if (set.has(table.everything)) return always;
  set.delete(table.nothing);
  const types = takeTypes(set, 0, (a, b) => a | b);
  if (types === ANY) return always;
  const lists = pick(set, isList);
  if (lists.length > 1) {
    for (const list of lists) set.delete(list);
    set.add(table.oneOf(lists.flatMap(({ values }) => [...values.values()])));
  }
  if (types !== 0) set.add(table.types(types));
  if (contradicts(table, set, "or")) return always;
  for (const node of set) {
    if (node.kind === "and" && node.operands.some((operand) => set.has(operand))) set.delete(node);
  }
  return set;
}

function takeTypes(set: Set<Node>, start: Types, join: (a: Types, b: Types) => Types): Types {
  let types = start;
  for (const node of set) {
    if (node.kind !== "types") continue;
    types = join(types, node.types);
    set.delete(node);
  }
  return types;
}

/** Makes one list of all the lists of a conjunction; false when no value is left. */
function mergeValues(table: NodeTable, set: Set<Node>, types: Types): boolean {
  const lists = pick(set, isValues);
  if (lists.length === 0) return true;
  const [first, ...others] = lists.toSorted((a, b) => Number(isList(b)) - Number(isList(a)));
  if (first === undefined || (others.length === 0 && (!isList(first) || types === ANY))) return true;
  for (const list of lists) set.delete(list);
  if (!isList(first)) {
    set.add(table.noneOf(lists.flatMap(({ values }) => [...values.values()])));
    return true;
  }
  const left = [...first.values].filter(
    ([text, value]) =>
      (typeOf(value) & types) !== 0 && others.every((other) => other.values.has(text) === isList(other)),
  );
  if (left.length === 0) return false;
  set.add(table.oneOf(left.map(([, value]) => value)));
  return true;
}

/** Most sets have none of them: nothing is copied. */
function pick<T extends Node>(set: ReadonlySet<Node>, is: (node: Node) => node is T): T[] {
  const picked: T[] = [];
  for (const node of set) if (is(node)) picked.push(node);
  return picked;
}

function isValues(node: Node): node is Values {
  return node.kind === "one-of" || node.kind === "none-of";
}

function isList(node: Node): node is Values & { readonly kind: "one-of" } {
  return node.kind === "one-of";
}

export function typesOf({ values }: Values): Types {
  let types = 0;
  for (const value of values.values()) types |= typeOf(value);
  return types;
}

/** Whether a node and its denial stand side by side, or the denial's parts do. */
function contradicts(table: NodeTable, set: ReadonlySet<Node>, kind: "and" | "or"): boolean {
  for (const node of set) {
    const denial = table.denials.get(node);
    if (denial === undefined) continue;
    if (set.has(denial)) return true;
    if (denial.kind === kind && denial.operands.every((operand) => set.has(operand))) return true;
  }
  return false;
}

function isSaid(node: Node, set: ReadonlySet<Node>): boolean {
  return node.kind === "and" ? node.operands.every((operand) => set.has(operand)) : set.has(node);
}

function covers(node: Node, types: Types): boolean {
  return node.kind === "types" && (node.types & types) === types;
}
