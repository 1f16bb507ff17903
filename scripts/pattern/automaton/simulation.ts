import { at } from "../at.js";
import type { Nfa } from "./nfa.js";

/** Whether whatever the first state accepts is accepted by the second, as far as stepwise simulation proves it. */
export type Covers = (state: number, by: number) => boolean;

/**
 * The largest simulation, by striking pairs until none is wrong. From the last state to the first, because moves
 * lead mostly onwards and a chain of counting states then settles in one round.
 */
export function findSimulation(nfa: Nfa): Covers {
  const count = nfa.moves.length;
  const holds = new Uint8Array(count * count);
  for (let low = 0; low < count; low++) {
    for (let high = 0; high < count; high++) {
      holds[low * count + high] = at(nfa.accepting, low) && !at(nfa.accepting, high) ? 0 : 1;
    }
  }
  for (let changed = true; changed;) {
    changed = false;
    for (let pair = holds.length - 1; pair >= 0; pair--) {
      if (holds[pair] === 0 || isStepwise(nfa, holds, Math.floor(pair / count), pair % count)) continue;
      holds[pair] = 0;
      changed = true;
    }
  }
  return (state, by) => holds[state * count + by] === 1;
}

function isStepwise(nfa: Nfa, holds: Uint8Array, low: number, high: number): boolean {
  const count = nfa.moves.length;
  const highMoves = at(nfa.moves, high);
  return at(nfa.moves, low).every((move, symbol) => {
    const { targets, sure } = at(highMoves, symbol);
    if (sure) return true;
    if (move.sure) return false;
    return move.targets.every((from) => targets.some((to) => holds[from * count + to] === 1));
  });
}

/** Drops the states that another one of the set covers. */
export function dropCovered(states: readonly number[], covers: Covers): readonly number[] {
  return states.filter(
    (state) => !states.some((by) => by !== state && covers(state, by) && (by < state || !covers(by, state))),
  );
}
