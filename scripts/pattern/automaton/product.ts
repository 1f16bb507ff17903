import type { Alphabet } from "./alphabet.js";
import { classify, classOfCode } from "./alphabet.js";
import { at } from "../at.js";
import type { Spend } from "./budget.js";
import { dropDeadStates } from "./dead-states.js";
import type { Dfa } from "./dfa.js";
import { ACCEPTED, REFUSED, START, stepOn } from "./dfa.js";

/** Automata side by side: a state is one of each. The first ones must accept, the others must not. */
type Product = {
  readonly parts: readonly Dfa[];
  readonly included: number;
  readonly alphabet: Alphabet;
  /** for each class of the product, the class of each part */
  readonly columns: readonly (readonly number[])[];
};

/** What goes into a product: automata over the characters 0 … `max`. */
export type Factors = {
  readonly included: readonly Dfa[];
  readonly excluded: readonly Dfa[];
  readonly max: number;
};

/**
 * What every included automaton accepts and none of the excluded; of no automata at all, everything. undefined when
 * there would be more than `limit` states. States from which nothing is accepted are the refusing one.
 */
export function intersectDfas(factors: Factors, limit: number, spend: Spend): Dfa | undefined {
  const product = joinFactors(factors);
  const found = explore(product, limit, spend, () => false);
  if (found === "too large") return undefined;
  const { alphabet, columns } = product;
  const next = [...columns.map(() => REFUSED), ...columns.map(() => ACCEPTED), ...found.next];
  const accepting = [false, true, ...found.states.map((state) => isAccepting(product, state))];
  return dropDeadStates({ alphabet, next, accepting }, spend);
}

/** Whether there is anything. Looks only as far as the first text, so a large product need not be built. */
export function hasCommonText(factors: Factors, limit: number, spend: Spend): boolean | undefined {
  const product = joinFactors(factors);
  const found = explore(product, limit, spend, (state) => isAccepting(product, state));
  return found === "too large" ? undefined : found.hasGoal;
}

function joinFactors({ included, excluded, max }: Factors): Product {
  const parts = [...included, ...excluded];
  const starts = [...new Set([0, ...parts.flatMap(({ alphabet }) => alphabet.starts)])];
  starts.sort((a, b) => a - b);
  const classesAt = starts.map((code) => parts.map(({ alphabet }) => classOfCode(alphabet, code)));
  const alphabet = classify(starts, (i) => at(classesAt, i).join(), max);
  const columns: (readonly number[])[] = [];
  for (const [i, code] of alphabet.starts.entries()) {
    columns[at(alphabet.classOf, i)] ??= parts.map((part) => classOfCode(part.alphabet, code));
  }
  return { parts, included: included.length, alphabet, columns };
}

type Tuple = readonly number[];

type Explored =
  | "too large"
  /** the states from the start on, which is number 2, and where they lead */
  | { readonly states: readonly Tuple[]; readonly next: readonly number[]; readonly hasGoal: boolean };

/** Breadth first, up to the first goal. What a part settles for good is not looked at. */
function explore(product: Product, limit: number, spend: Spend, isGoal: (state: Tuple) => boolean): Explored {
  const { parts, columns } = product;
  const numbers = new Map<string, number>();
  const states: Tuple[] = [];
  const next: number[] = [];
  const number = (state: Tuple): number => {
    const settled = settle(product, state);
    if (settled !== undefined && states.length > 0) return settled;
    const key = state.join();
    const known = numbers.get(key) ?? states.push(state) + START - 1;
    numbers.set(key, known);
    return known;
  };
  number(parts.map(() => START));
  let hasGoal = false;
  for (let i = 0; i < states.length && !hasGoal; i++) {
    if (states.length > limit) return "too large";
    const state = at(states, i);
    spend(columns.length * parts.length);
    hasGoal = isGoal(state);
    for (const column of columns)
      next.push(number(parts.map((part, n) => stepOn(part, at(state, n), at(column, n)))));
  }
  return { states, next, hasGoal: hasGoal || next.includes(ACCEPTED) };
}

/** The number of a state that refuses or accepts whatever follows. */
function settle({ included }: Product, state: Tuple): number | undefined {
  if (state.some((one, n) => one === (n < included ? REFUSED : ACCEPTED))) return REFUSED;
  return state.every((one, n) => one === (n < included ? ACCEPTED : REFUSED)) ? ACCEPTED : undefined;
}

function isAccepting({ parts, included }: Product, state: Tuple): boolean {
  return parts.every((part, n) => at(part.accepting, at(state, n)) === n < included);
}
