import { at } from "../at.js";
import type { Nfa } from "../automaton/nfa.js";

/** How many characters a backtracking matcher looks at on a text, at most `limit`. The RegExp itself is never run. */
export function countSteps(nfa: Nfa, symbols: readonly number[], limit: number): number {
  type Frame = { readonly state: number; readonly at: number; tried: number };
  const frames: Frame[] = [{ state: 0, at: 0, tried: 0 }];
  let steps = 0;
  for (let frame = frames.at(-1); frame !== undefined && steps < limit; frame = frames.at(-1)) {
    const symbol = symbols[frame.at];
    if (symbol === undefined) {
      if (at(nfa.accepting, frame.state)) return steps;
      frames.pop();
      continue;
    }
    const move = at(at(nfa.moves, frame.state), symbol);
    const target = move.targets[frame.tried++];
    if (target !== undefined) {
      steps++;
      frames.push({ state: target, at: frame.at + 1, tried: 0 });
    } else if (move.sure) return steps;
    else frames.pop();
  }
  return steps;
}
