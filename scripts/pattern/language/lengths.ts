import { at } from "../at.js";
import type { Spend } from "../automaton/budget.js";
import type { Dfa } from "../automaton/dfa.js";
import { START, stepOn } from "../automaton/dfa.js";

/** Which states accept some text of exactly so many characters. */
export type Layers = {
  readonly accepts: (state: number, length: number) => boolean;
  /** the first length from `min` to `max` that the language has a word of */
  readonly nextLength: (min: number, max: number) => number | undefined;
};

/**
 * Layers are worked out one after another as they are asked for. Each follows from the one before, so they repeat from
 * some length on, and a length of a million costs no more than the round.
 */
export function createLayers(dfa: Dfa, spend: Spend): Layers {
  const layers: Uint8Array[] = [];
  const known = new Map<string, number>();
  let round: number | undefined;
  /** The layer that has the answers for the length; the round begins at the layer that the last one leads back to. */
  const indexOf = (length: number): number => {
    while (round === undefined && layers.length <= length) {
      const layer =
        layers.length === 0
          ? Uint8Array.from(dfa.accepting, Number)
          : before(dfa, at(layers, layers.length - 1), spend);
      const key = String.fromCharCode(...layer);
      round = known.get(key);
      known.set(key, layers.length);
      if (round === undefined) layers.push(layer);
    }
    if (round === undefined || length < layers.length) return length;
    return round + ((length - round) % (layers.length - round));
  };
  const accepts = (state: number, length: number): boolean => at(layers, indexOf(length))[state] === 1;
  const nextLength = (min: number, max: number): number | undefined => {
    for (let length = min; length <= max; length++) {
      if (accepts(START, length)) return length;
      // Nothing new comes after a whole round.
      if (round !== undefined && length >= min + layers.length) return undefined;
    }
    return undefined;
  };
  return { accepts, nextLength };
}

function before(dfa: Dfa, layer: Uint8Array, spend: Spend): Uint8Array {
  const { size } = dfa.alphabet;
  spend(dfa.next.length);
  return Uint8Array.from(dfa.accepting, (_, state) => {
    for (let symbol = 0; symbol < size; symbol++) if (layer[stepOn(dfa, state, symbol)] === 1) return 1;
    return 0;
  });
}
