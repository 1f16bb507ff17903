import type { Node, ObjectAtom } from "../../node/node.js";
import { createLimits, type Limits } from "./limits.js";
import { ObjectSearch } from "./object-search.js";
import { readObjectShape, type ObjectShape } from "./object-shape.js";
import { EMPTY } from "../outcome.js";
import type { Model, Solver } from "../solver.js";

/**
 * An object for the atoms: required names first, then a name for each property that some name must have, then as many
 * as there must be. `branch`: what was added last; the names that it speaks of are looked at first.
 */
export function modelObject(solver: Solver, atoms: readonly ObjectAtom[], branch: Node | undefined): Model {
  const shape = readObjectShape(atoms);
  const limits = createLimits(solver, shape);
  const isPossible = (other: Node): boolean => isPossibleWith(solver, shape, limits, other);
  if (shape.min > shape.max || shape.required.size > shape.max) return { outcome: EMPTY, isPossible };
  const touched = new Set(branch === undefined ? [] : solver.readBranch(branch).keys());
  const names = [...shape.required].toSorted((a, b) => Number(touched.has(b)) - Number(touched.has(a)));
  return { outcome: new ObjectSearch(solver, shape, limits).run(names), isPossible };
}

/** False when a branch is refuted by the single names that it speaks of. */
function isPossibleWith(
  solver: Solver,
  { required, max }: ObjectShape,
  limits: Limits,
  branch: Node,
): boolean {
  const asked = solver.readBranch(branch);
  const added = [...asked].filter(([name, { isRequired }]) => isRequired && !required.has(name));
  if (required.size + added.length > max) return false;
  return [...asked].every(([name, { isRequired, values }]) => {
    if (!isRequired && !required.has(name)) return true;
    return solver.find(solver.space.and(limits(name).node, ...values)).kind !== "empty";
  });
}
