import type { Direction } from "../../json/direction.js";
import type { ts } from "../../morph.js";
import type { Sides } from "../document/document.js";
import { createNameFinder } from "./lost-names.js";
import { findRefusals } from "./refusals.js";

/** What code that was written for base can no longer do, and where in the value. */
export type Loss = {
  /** `name`: a name that can no longer be read or given. `value`: a value that no longer fits. */
  readonly kind: "name" | "value";
  readonly path: readonly string[];
  /** Equal for what is lost between the same two types, wherever they stand. */
  readonly types: string;
};

export type FindLosses = (types: Sides<ts.Type>, direction: Direction) => readonly Loss[];

/** More of them say nothing new. */
const MAX_LOSSES = 40;

/**
 * What is lost between the types of one schema in use: values that callers give or get and that no longer fit, and names
 * that they index by. A type that only narrows in an answer loses nothing but the names that went with it.
 */
export function createLossFinder(checker: ts.TypeChecker): FindLosses {
  const findNames = createNameFinder(checker);
  return ({ base, head }, direction) => {
    const [from, to] = direction === "request" ? [base, head] : [head, base];
    const values = checker.isTypeAssignableTo(from, to) ? [] : findRefusals(checker, from, to);
    const names = findNames({ base, head }, direction);
    return [
      ...values.slice(0, MAX_LOSSES).map((value) => ({ kind: "value", ...value }) as const),
      ...names.slice(0, MAX_LOSSES).map((name) => ({ kind: "name", ...name }) as const),
    ];
  };
}
