import { isArrayAtom, isNumberAtom, isObjectAtom, isStringAtom } from "../node/guard.js";
import type { Junction, Node, Opaque, Values } from "../node/node.js";
import { conjuncts } from "../node/space.js";
import { ARRAY, BOOLEAN, EACH_TYPE, NULL, NUMBER, STRING, type Types } from "../node/types.js";
import { solveArray } from "./array/array.js";
import { isFlat } from "./flat.js";
import { solveNumber } from "./number.js";
import { modelObject } from "./object/object.js";
import { isDenied, isOpaque } from "./opaque.js";
import { EMPTY, firstWitness, undecided, witness, type Outcome, type Undecided } from "./outcome.js";
import type { Model, Solver } from "./solver.js";
import { solveString } from "./string.js";

/** Clauses that are probed before one of them is split. */
const MAX_PROBED = 40;

type Split = { readonly clause: Junction; readonly branches: readonly Node[] };

/** Decides an expression type by type; values that a list names are simply tried. */
export function decideNode(solver: Solver, node: Node): Outcome {
  const list = conjuncts(node).find(isList);
  if (list !== undefined) return tryValues(solver, node, list.values.values());
  return firstWitness(
    (function* () {
      for (const type of EACH_TYPE) yield solveType(solver, type, solver.restrict(node, type), undefined);
    })(),
  );
}

/**
 * A tableau guided by a model: a value for the atoms alone often holds for the clauses too. Only a clause that it breaks
 * is split. `branch` is the one that was added last.
 */
function solveType(solver: Solver, type: Types, node: Node, branch: Node | undefined): Outcome {
  const parts = conjuncts(node);
  solver.space.spend(parts.length);
  if (node === solver.space.nothing || isDenied(parts)) return EMPTY;
  if (type === NULL) return tryValues(solver, node, [null]);
  if (type === BOOLEAN) return tryValues(solver, node, [false, true]);
  const list = parts.find(isList);
  if (list !== undefined) return tryValues(solver, node, list.values.values());
  const model = modelOf(solver, type, parts, branch);
  if (model.outcome.kind === "empty") return EMPTY;
  const broken = parts.filter(isClause).filter((clause) => !isModelOf(solver, model, clause));
  if (broken.length === 0) return checkOpaque(solver, node, parts.filter(isOpaque), model.outcome);
  const split = chooseSplit(broken, model);
  const others = parts.filter((part) => part !== split.clause);
  return firstWitness(solveBranches(solver, type, others, split.branches));
}

/** What follows a failed branch need not look there again. */
function* solveBranches(
  solver: Solver,
  type: Types,
  others: readonly Node[],
  branches: readonly Node[],
): Iterable<Outcome> {
  const rest = [...others];
  for (const branch of branches) {
    yield solveType(solver, type, solver.space.and(...rest, branch), branch);
    if (isFlat(branch)) rest.push(solver.restrict(solver.not(branch), type));
  }
}

function modelOf(solver: Solver, type: Types, parts: readonly Node[], branch: Node | undefined): Model {
  const excluded = parts.filter((part): part is Values => part.kind === "none-of");
  if (type === NUMBER)
    return { outcome: solveNumber(parts.filter(isNumberAtom), excluded, solver.space.spend) };
  if (type === STRING) {
    const query = { atoms: parts.filter(isStringAtom), excluded, opaque: parts.filter(isOpaque) };
    return { outcome: solveString(query, solver) };
  }
  if (type === ARRAY) return { outcome: solveArray(solver, parts.filter(isArrayAtom)) };
  return modelObject(solver, parts.filter(isObjectAtom), branch);
}

function isModelOf({ evaluate }: Solver, { outcome }: Model, clause: Junction): boolean {
  return outcome.kind === "witness" && evaluate(clause, outcome.value) === true;
}

/** The clause with the fewest branches left. */
function chooseSplit(broken: readonly Junction[], { isPossible = () => true }: Model): Split {
  let best: Split | undefined;
  for (const clause of broken
    .toSorted((a, b) => a.operands.length - b.operands.length)
    .slice(0, MAX_PROBED)) {
    const branches = clause.operands.filter(isPossible);
    if (best === undefined || branches.length < best.branches.length) best = { clause, branches };
    if (branches.length <= 1) break;
  }
  if (best === undefined) throw new Error("a clause is split only where one is broken");
  return best;
}

/** What is opaque is asked of the value, then of the samples that came with it. */
function checkOpaque(solver: Solver, node: Node, opaque: readonly Opaque[], outcome: Outcome): Outcome {
  if (outcome.kind !== "witness" || opaque.length === 0) return outcome;
  const candidates = [outcome.value, ...opaque.flatMap(({ samples }) => samples)];
  return tryValues(solver, node, candidates, "undecided");
}

/** `otherwise`: whether there are no other values than these. */
function tryValues(
  { evaluate }: Solver,
  node: Node,
  values: Iterable<unknown>,
  otherwise: "empty" | "undecided" = "empty",
): Outcome {
  let isDoubtful = otherwise === "undecided";
  for (const value of values) {
    const truth = evaluate(node, value);
    if (truth === true) return witness(value);
    if (truth === undefined) isDoubtful = true;
  }
  return isDoubtful ? explainDoubt(node) : EMPTY;
}

function explainDoubt(node: Node): Undecided {
  const opaque = conjuncts(node).find(isOpaque);
  return opaque === undefined
    ? undecided("a value hangs on what cannot be decided")
    : undecided(opaque.reason, opaque.place);
}

function isList(node: Node): node is Values & { readonly kind: "one-of" } {
  return node.kind === "one-of";
}

function isClause(node: Node): node is Junction {
  return node.kind === "or";
}
