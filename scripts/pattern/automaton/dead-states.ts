import { at } from "../at.js";
import type { Spend } from "./budget.js";
import type { Dfa } from "./dfa.js";
import { REFUSED, START } from "./dfa.js";

/** The same automaton with every state from which nothing is accepted melted into the refusing one. */
export function dropDeadStates(dfa: Dfa, spend: Spend): Dfa {
  const { alphabet, next, accepting } = dfa;
  spend(next.length);
  const isLive = findLive(dfa);
  const kept = accepting.flatMap((_, state) => (isLive[state] === 1 || state <= START ? [state] : []));
  const numbers = new Int32Array(accepting.length).fill(REFUSED);
  for (const [number, state] of kept.entries()) if (isLive[state] === 1) numbers[state] = number;
  return {
    alphabet,
    next: kept.flatMap((state) =>
      Array.from({ length: alphabet.size }, (_, symbol) =>
        at(numbers, at(next, state * alphabet.size + symbol)),
      ),
    ),
    accepting: kept.map((state) => at(accepting, state)),
  };
}

/** Against the arrows from what accepts. */
function findLive({ alphabet, next, accepting }: Dfa): Uint8Array {
  const sources: number[][] = accepting.map(() => []);
  for (const [edge, target] of next.entries()) at(sources, target).push(Math.floor(edge / alphabet.size));
  const isLive = Uint8Array.from(accepting, Number);
  const pending = accepting.flatMap((ends, state) => (ends ? [state] : []));
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    for (const source of at(sources, state)) {
      if (isLive[source] === 1) continue;
      isLive[source] = 1;
      pending.push(source);
    }
  }
  return isLive;
}
