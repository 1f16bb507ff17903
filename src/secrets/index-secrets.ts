import { fold, listSpellings } from "./spellings.js";

/** Fewer characters of a secret than this are too likely to be a part of a word. */
export const WIDTH = 8;

/** A longer spelling is known by samples, so that no secret costs more than so many windows. */
const MAX_WINDOWS = 4096;

/** Words that name a scheme of HTTP authentication, beside which the secret stands. */
const SCHEME = /^(?:bearer|basic)$/;

/** All that is known of some secrets, in the case that is compared. */
export type Index = {
  /** Hidden where one is all that a value has: whole secrets, and the parts of cookies and the like. */
  readonly values: ReadonlySet<string>;
  /** Every stretch of eight characters, and how many beside it belong to the secret too: those between two samples. */
  readonly windows: ReadonlyMap<string, number>;
  /** By the hash of a window: whether there may be such a window at all. */
  readonly filter: Uint8Array;
  /** How keys begin, where that is known. */
  readonly keyPrefix: RegExp | undefined;
};

export function indexSecrets(secrets: Iterable<string>, keyPrefixes: readonly string[] = []): Index {
  const keyPrefix = keyPrefixes.length > 0 ? new RegExp(keyPrefixes.join("|"), "i") : undefined;
  const values = new Set<string>();
  const windows = new Map<string, number>();
  const filter = new Uint8Array(2 ** 16);
  for (const secret of secrets) {
    // The rest is random, and alone counts.
    const parts = keyPrefix ? secret.split(keyPrefix) : [secret];
    for (const part of parts) if (part.length >= WIDTH) addWindows(part, windows, filter);
    // A cookie has several, each behind its name.
    const pieces = secret.split(/[\s;,]+/).map((piece) => piece.replace(/^[^=]*=(?=.)/, ""));
    for (const value of [secret, ...parts, ...pieces]) {
      const folded = fold(value.trim());
      if (folded && !SCHEME.test(folded)) values.add(folded);
    }
  }
  return { values, windows, filter, keyPrefix };
}

function addWindows(part: string, windows: Map<string, number>, filter: Uint8Array): void {
  for (const spelling of listSpellings(part)) {
    const text = fold(spelling);
    const step = Math.ceil(text.length / MAX_WINDOWS);
    for (let at = 0; at + WIDTH <= text.length; at += step) {
      const window = text.slice(at, at + WIDTH);
      windows.set(window, Math.max(step - 1, windows.get(window) ?? 0));
      let hash = 0;
      for (let place = 0; place < WIDTH; place++) hash = addToHash(hash, window, place);
      filter[hash] = 1;
    }
  }
}

/** The hash of the last eight characters: what came before them has been shifted out. */
export function addToHash(hash: number, text: string, at: number): number {
  return ((hash << 2) ^ text.charCodeAt(at)) & 0xffff;
}
