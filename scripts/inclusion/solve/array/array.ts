import type { ArrayAtom } from "../../node/node.js";
import { readArrayShape, type ArrayShape } from "./array-shape.js";
import { MAX_ITEMS } from "./array-tail.js";
import { walkItems, type Pair } from "./array-walk.js";
import { solveDistinct } from "./distinct.js";
import { EMPTY, firstWitness, undecided, witness, type Outcome } from "../outcome.js";
import { rolesOf } from "./roles.js";
import type { Solver } from "../solver.js";

/** Longer arrays of items that are all different are not built. */
const MAX_DISTINCT = 500;

/** An array for the atoms. */
export function solveArray(solver: Solver, atoms: readonly ArrayAtom[]): Outcome {
  const shape = readArrayShape(solver.space, atoms);
  const { min, max, isUnique, isNotUnique, needs, caps } = shape;
  if (min > max || (isUnique && isNotUnique) || contradicts(shape)) return EMPTY;
  if (Math.max(min, ...needs.map(({ count }) => count)) > (isUnique ? MAX_DISTINCT : MAX_ITEMS))
    return undecided("an array this long is not built");
  if (needs.length + caps.length === 0 && !isUnique && !isNotUnique) return fillItems(solver, shape);
  const roles = rolesOf(solver, shape);
  if (roles === undefined) return undecided("too many different items are counted");
  if (isUnique) return solveDistinct(solver, shape, roles);
  if (!isNotUnique) return walkItems(solver, shape, roles, undefined);
  return firstWitness(
    (function* () {
      for (const pair of pairsOf(shape)) yield walkItems(solver, shape, roles, pair);
    })(),
  );
}

/** Whether more items are needed than are allowed. */
function contradicts({ max, needs, caps }: ArrayShape): boolean {
  return needs.some(
    ({ item, from, count }) =>
      from + count > max || caps.some((cap) => cap.item === item && cap.from <= from && cap.count < count),
  );
}

/** As many items as there must be, the tail of one value. */
function fillItems({ find, space }: Solver, { min, tail, limitAt }: ArrayShape): Outcome {
  const items: unknown[] = [];
  let unsure: Outcome | undefined;
  for (let i = 0; i < Math.min(min, tail + 1); i++) {
    const outcome = find(limitAt(i));
    if (outcome.kind === "empty") return outcome;
    if (outcome.kind === "undecided") unsure = outcome;
    else items.push(outcome.value);
  }
  if (unsure !== undefined) return unsure;
  space.spend(min);
  const last = items.at(-1);
  while (items.length < min) items.push(last);
  return witness(items);
}

/** Two places for equal items; all places of the tail are alike. */
function* pairsOf({ tail }: ArrayShape): Iterable<Pair> {
  for (let second = 1; second <= tail + 1; second++)
    for (let first = 0; first < second; first++) yield { first, second };
}
