import { isStringAtom } from "../node/guard.js";
import type { Node, Values } from "../node/node.js";
import { conjuncts } from "../node/space.js";
import { STRING } from "../node/types.js";
import { isDenied, isOpaque } from "./opaque.js";
import type { Solver } from "./solver.js";
import { stringsOf } from "./string.js";

/** Distinct values; when they are complete, there are no others. */
export type Several<T = unknown> = { readonly values: readonly T[]; readonly isComplete: boolean };

/** Values that are found one after another, each with the ones before it excluded. */
const MAX_SEVERAL = 500;

/** Up to `count` distinct values of an expression. */
export function findSeveral({ space, find }: Solver, node: Node, count: number): Several {
  const values: unknown[] = [];
  while (values.length < Math.min(count, MAX_SEVERAL)) {
    const outcome = find(space.and(node, space.noneOf(values)));
    if (outcome.kind !== "witness") return { values, isComplete: outcome.kind === "empty" };
    values.push(outcome.value);
  }
  return { values, isComplete: values.length >= count };
}

/** The same for strings, of an expression that is restricted to strings. */
export function findStrings(solver: Solver, node: Node, count: number): Several<string> {
  const { space } = solver;
  const parts = conjuncts(node).filter((part) => part !== space.everything);
  const atoms = parts.filter(isStringAtom);
  const excluded = parts.filter((part): part is Values => part.kind === "none-of");
  const opaque = parts.filter(isOpaque);
  if (isDenied(parts)) return { values: [], isComplete: true };
  if (atoms.length + excluded.length + opaque.length < parts.length) {
    const { values, isComplete } = findSeveral(solver, space.and(space.types(STRING), node), count);
    return { values: values.filter((value) => typeof value === "string"), isComplete };
  }
  const values: string[] = [];
  const strings = stringsOf({ atoms, excluded, opaque }, solver);
  while (values.length < count) {
    const next = strings.next();
    if (next.done) return { values, isComplete: next.value === undefined };
    values.push(next.value);
  }
  return { values, isComplete: true };
}
