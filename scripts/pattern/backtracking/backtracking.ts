import type { Pump } from "./ambiguity.js";
import { findAmbiguity } from "./ambiguity.js";
import type { Attack, Word } from "./attack.js";
import { confirmAttack, spellAttack } from "./attack.js";
import { countSteps } from "./backtrack.js";
import type { Trail } from "./blow-up.js";
import { findBlowUp, TOO_MANY_PATHS } from "./blow-up.js";
import { exploredGraph } from "./explored.js";
import type { Graph } from "./graph.js";
import { coarseGraph } from "./graph.js";
import type { Nfa } from "../automaton/nfa.js";

/*
 * How many ways a backtracking matcher goes on a text that does not match: by the loops and the bounded repeats of its
 * automaton, with an attack that a count of steps confirms.
 */

/** How a backtracking matcher fares with a pattern. */
export type Backtracking =
  | { readonly kind: "linear" }
  | { readonly kind: "superlinear"; readonly attack: Attack }
  | { readonly kind: "undecided" };

const MAX_EXPLORED = 20_000;

/**
 * Decides by the automaton; an attack is reported only when a count of steps confirms it. `loose` is the automaton
 * without the bounds of repeats, if there are any: `[a-z]{1,1000}@` is linear in a long text, and quadratic in every
 * text of up to a thousand letters.
 */
export function judgeBacktracking(nfa: Nfa, loose: Nfa | undefined): Backtracking {
  const verdict = judgeLoops(nfa);
  if (verdict.kind !== "linear" || loose === undefined) return verdict;
  const coarse = coarseGraph(loose);
  const ambiguity = findAmbiguity(coarse);
  if (typeof ambiguity === "string") return verdict;
  const attack = tryEndings(nfa, toWord(coarse, ambiguity));
  return attack === undefined ? verdict : { kind: "superlinear", attack };
}

function judgeLoops(nfa: Nfa): Backtracking {
  const coarse = coarseGraph(nfa);
  const ambiguity = findAmbiguity(coarse);
  if (ambiguity === "none") return judgeBounded(nfa, coarse, () => endings(nfa));
  const attack = ambiguity === "too large" ? undefined : tryEndings(nfa, toWord(coarse, ambiguity));
  return attack === undefined ? judgeExplored(nfa) : { kind: "superlinear", attack };
}

/** The loops are settled; what is left are bounded parts. */
function judgeBounded(
  nfa: Nfa,
  graph: Graph,
  endingsOf: (trail: Trail) => readonly (readonly number[])[],
): Backtracking {
  const trail = findBlowUp(graph);
  if (trail === undefined) return { kind: "linear" };
  const text = trail.labels.map(graph.symbolOf);
  const suffix = endingsOf(trail).find(
    (ending) => countSteps(nfa, [...text, ...ending], TOO_MANY_PATHS) >= TOO_MANY_PATHS,
  );
  return suffix === undefined
    ? { kind: "undecided" }
    : { kind: "superlinear", attack: attackOfText(nfa, text, suffix) };
}

function judgeExplored(nfa: Nfa): Backtracking {
  const explored = exploredGraph(nfa, MAX_EXPLORED);
  if (explored === undefined) return { kind: "undecided" };
  const ambiguity = findAmbiguity(explored.graph);
  if (ambiguity === "too large") return { kind: "undecided" };
  if (ambiguity === "none") {
    return judgeBounded(nfa, explored.graph, ({ paths }) =>
      [...paths.keys()].slice(0, 1).map(explored.restOf),
    );
  }
  const word = { ...toWord(explored.graph, ambiguity), suffix: explored.restOf(ambiguity.vertex) };
  const attack = confirmAttack(nfa, word);
  return attack === undefined ? { kind: "undecided" } : { kind: "superlinear", attack };
}

function toWord(graph: Graph, { complexity, prefix, pump }: Pump): Word {
  return { complexity, prefix: prefix.map(graph.symbolOf), pump: pump.map(graph.symbolOf), suffix: [] };
}

/** The matcher tries every path only when the whole fails: an ending that makes it fail is mostly one character. */
function tryEndings(nfa: Nfa, word: Word): Attack | undefined {
  for (const suffix of endings(nfa)) {
    const attack = confirmAttack(nfa, { ...word, suffix });
    if (attack !== undefined) return attack;
  }
  return undefined;
}

function endings(nfa: Nfa): readonly (readonly number[])[] {
  return [[], ...Array.from({ length: nfa.alphabet.size }, (_, symbol) => [symbol])];
}

/** The pump is the last character, because bounded parts are mostly rows of the same. */
function attackOfText(nfa: Nfa, text: readonly number[], suffix: readonly number[]): Attack {
  const repeats = text.length - 1 - text.findLastIndex((symbol) => symbol !== text.at(-1));
  const prefix = text.slice(0, text.length - repeats);
  return spellAttack(nfa, { complexity: "exponential", prefix, pump: text.slice(-1), suffix }, repeats);
}
