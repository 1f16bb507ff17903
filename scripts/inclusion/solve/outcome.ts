import type { Address } from "../node/node.js";

/** What is known of an expression: no value satisfies it, this value does, or neither could be found out. */
export type Outcome = Empty | Witness | Undecided;

export type Empty = { readonly kind: "empty" };
export type Witness = { readonly kind: "witness"; readonly value: unknown };
export type Undecided = {
  readonly kind: "undecided";
  readonly reason: string;
  /** The schema that could not be decided, where a single one is at fault. */
  readonly place: Address | undefined;
};

export const EMPTY: Empty = { kind: "empty" };

export function witness(value: unknown): Witness {
  return { kind: "witness", value };
}

export function undecided(reason: string, place?: Address): Undecided {
  return { kind: "undecided", reason, place };
}

/** The first witness; without one, undecided where any is; else empty. Asks no further than it must. */
export function firstWitness(outcomes: Iterable<Outcome>): Outcome {
  let result: Outcome = EMPTY;
  for (const outcome of outcomes) {
    if (outcome.kind === "witness") return outcome;
    if (outcome.kind === "undecided") result = outcome;
  }
  return result;
}
