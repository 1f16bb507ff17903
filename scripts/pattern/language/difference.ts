import { classify, classOfCode, representatives } from "../automaton/alphabet.js";
import { at } from "../at.js";
import type { Dfa } from "../automaton/dfa.js";
import { accepted, refused, start } from "../automaton/dfa.js";
import { findPath } from "../backtracking/graph.js";

/** A shortest text that the first automaton accepts and the second refuses; undefined when there is none. */
export function findDifference(first: Dfa, second: Dfa): string | undefined {
  const starts = [...new Set([...first.alphabet.starts, ...second.alphabet.starts])].sort((a, b) => a - b);
  const signature = (i: number): string =>
    [first, second].map(({ alphabet }) => classOfCode(alphabet, at(starts, i))).join();
  const common = classify(starts, signature, first.alphabet.max);
  const codes = representatives(common);
  const columns = codes.map((code) => [first, second].map(({ alphabet }) => classOfCode(alphabet, code)));
  const found = findPath<readonly [number, number]>(
    [[start, start]],
    ([a, b]) => a * second.accepting.length + b,
    ([a, b]) => {
      if (a === refused || b === accepted) return [];
      return columns.map(([x, y], symbol) => [symbol, [step(first, a, x), step(second, b, y)]] as const);
    },
    ([a, b]) => at(first.accepting, a) && !at(second.accepting, b),
  );
  return found && String.fromCharCode(...found.labels.map((symbol) => at(codes, symbol)));
}

function step(dfa: Dfa, state: number, symbol = 0): number {
  return at(dfa.next, state * dfa.alphabet.size + symbol);
}
