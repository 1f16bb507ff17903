import type { Spend } from "../automaton/budget.js";
import type { Factors } from "../automaton/product.js";
import { hasCommonText, intersectDfas } from "../automaton/product.js";
import type { Language } from "./language.js";
import { fromDfa, MAX_CODE } from "./language.js";

/** No product has more states than this. */
const MAX_STATES = 50_000;

/**
 * The words of every `included` language and of none of the `excluded`; of no languages at all, every word. undefined
 * when there would be more than 50,000 states.
 */
export function intersect(
  included: readonly Language[],
  excluded: readonly Language[],
  spend: Spend,
): Language | undefined {
  const [only, ...others] = included;
  if (only !== undefined && others.length === 0 && excluded.length === 0) return only;
  const dfa = intersectDfas(toFactors(included, excluded), MAX_STATES, spend);
  return dfa && fromDfa(dfa);
}

/** Whether there is such a word; looks only as far as the first one, where `intersect` builds the whole. */
export function hasCommonWord(
  included: readonly Language[],
  excluded: readonly Language[],
  spend: Spend,
): boolean | undefined {
  return hasCommonText(toFactors(included, excluded), MAX_STATES, spend);
}

/** Every word that the language has not. */
export function complement(language: Language, spend: Spend): Language | undefined {
  return intersect([], [language], spend);
}

/** The words of any of the languages. */
export function unite(languages: readonly Language[], spend: Spend): Language | undefined {
  const none = intersect([], languages, spend);
  return none && complement(none, spend);
}

function toFactors(included: readonly Language[], excluded: readonly Language[]): Factors {
  const [some, others] = [included, excluded].map((list) => list.map(({ dfa }) => dfa));
  return { included: some ?? [], excluded: others ?? [], max: MAX_CODE };
}
