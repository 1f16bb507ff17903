import { findAmbiguity } from "./ambiguity.js";
import { findBlowUp } from "./blow-up.js";
import { coarseGraph } from "./graph.js";
import type { Nfa } from "../automaton/nfa.js";
import type { Syntax } from "../syntax/syntax.js";
import { hasPart, partsOf } from "../syntax/syntax.js";

/** Bounded parts of at most so many states side by side cost a constant factor. */
const FEW_STATES = 256;
/** Ways through a lookbehind that are tried at every place. */
const FEW_WAYS = 64;

/**
 * Whether a pattern with lookarounds or backreferences is surely linear. Its automaton holds more than the matcher
 * tries: so "no" means not shown. `loose` is the automaton without the bounds of repeats, if there are any.
 */
export function isSurelyLinear(syntax: Syntax, nfa: Nfa | undefined, loose: Nfa | undefined): boolean {
  if (hasPart(syntax, isCostlyLookbehind)) return false;
  const isLoose = loose !== undefined && findAmbiguity(coarseGraph(loose)) === "none";
  if (nfa === undefined || (loose !== undefined && !isLoose && nfa.moves.length > FEW_STATES)) return isLoose;
  const graph = coarseGraph(nfa);
  return findAmbiguity(graph) === "none" && findBlowUp(graph) === undefined;
}

/** A lookbehind runs back from every place: over a bounded stretch in few ways, or else it costs the whole text. */
function isCostlyLookbehind(syntax: Syntax): boolean {
  return syntax.kind === "look" && syntax.behind && countWays(syntax.body) > FEW_WAYS;
}

/** At least as many as there are ways to read a text with the pattern, times the longest of them; a lookaround may read on without end. */
function countWays(syntax: Syntax): number {
  const ways = partsOf(syntax).map(countWays);
  switch (syntax.kind) {
    case "choice":
      return ways.reduce((sum, one) => sum + one, 0);
    case "repeat":
      return syntax.max * (ways[0] ?? 1) ** (syntax.max === Infinity ? 1 : syntax.max);
    case "sequence":
      return ways.reduce((product, one) => product * one, 1) + ways.length;
    case "look":
      return Infinity;
    default:
      return 1;
  }
}
