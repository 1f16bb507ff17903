import type { JsonRecord } from "../../json/pointer.js";
import { canonicalText } from "../../json/value.js";
import { holdsForArray } from "../atoms/array.js";
import { holdsForNumber } from "../atoms/number.js";
import { holdsForObject } from "../atoms/object.js";
import { holdsForString } from "../atoms/string.js";
import { denied, everyHolds, someHolds, type Truth } from "../atoms/three-valued.js";
import { guardOf, isArrayAtom, isNumberAtom, isObjectAtom } from "../node/guard.js";
import type { Atom, Node, Opaque, Reference } from "../node/node.js";
import { typeOf } from "../node/types.js";
import type { Unfold } from "./restrict.js";

/** Whether an expression holds for a value; undefined where that hangs on what is opaque, or on endless recursion. */
export type Evaluate = (node: Node, value: unknown) => Truth;

export type MatchesPattern = (pattern: string, text: string) => boolean | undefined;

export function createEvaluate(
  unfold: Unfold,
  matches: MatchesPattern,
  spend: (steps: number) => void,
): Evaluate {
  const followReference = rememberReferences((node, value) => evaluate(unfold(node), value));

  const evaluate: Evaluate = (node, value) => {
    spend(1);
    switch (node.kind) {
      case "everything":
        return true;
      case "nothing":
        return false;
      case "and":
        return everyHolds(node.operands, (operand) => evaluate(operand, value));
      case "or":
        return someHolds(node.operands, (operand) => evaluate(operand, value));
      case "types":
        return (typeOf(value) & node.types) !== 0;
      case "one-of":
        return node.values.has(canonicalText(value));
      case "none-of":
        return !node.values.has(canonicalText(value));
      case "reference":
        return followReference(node, value);
      case "opaque":
        return (typeOf(value) & node.types) === 0 || testOpaque(node, value);
      default:
        return typeOf(value) !== guardOf(node) || evaluateAtom(node, value);
    }
  };

  /** The value is of the type that the atom speaks of, which is what each `as` says. */
  const evaluateAtom = (atom: Atom, value: unknown): Truth => {
    if (isNumberAtom(atom)) return holdsForNumber(atom, value as number);
    if (isArrayAtom(atom)) return holdsForArray(atom, value as readonly unknown[], evaluate);
    if (isObjectAtom(atom)) return holdsForObject(atom, value as JsonRecord, evaluate);
    return holdsForString(atom, value as string, matches);
  };

  return evaluate;
}

function testOpaque({ test, positive }: Opaque, value: unknown): Truth {
  const truth = test?.(value);
  return positive ? truth : denied(truth);
}

/**
 * Follows a reference once for each object or array: a schema and its denial share the answer, or recursion through
 * `oneOf` costs twice as much at every level. A reference that is met again for the same value is not followed.
 */
function rememberReferences(follow: (reference: Reference, value: unknown) => Truth) {
  const known = new WeakMap<object, Map<string, boolean>>();
  const open = new Map<Reference, unknown[]>();
  return (reference: Reference, value: unknown): Truth => {
    const answers = typeof value === "object" && value !== null ? (known.get(value) ?? new Map()) : undefined;
    const answer: boolean | undefined = answers?.get(reference.key);
    if (answer !== undefined) return answer === reference.positive;
    const values = open.get(reference) ?? [];
    if (values.includes(value)) return undefined;
    open.set(reference, [...values, value]);
    try {
      const truth = follow(reference, value);
      if (truth !== undefined && answers !== undefined && typeof value === "object" && value !== null)
        known.set(value, answers.set(reference.key, truth === reference.positive));
      return truth;
    } finally {
      open.set(reference, values);
    }
  };
}
