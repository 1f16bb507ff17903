import { differencePatterns, samplePattern } from "../../../pattern/language/index.js";
import { distinct } from "../../../json/value.js";

/** Texts that some of the patterns accept, near misses, and shortest texts between each two of them. */
export type SampleTexts = (patterns: readonly string[]) => readonly string[];

/** Works out each list of patterns once. `random` gives numbers from 0 up to 1. */
export function createTextSampler(random: () => number): SampleTexts {
  const known = new Map<string, readonly string[]>();
  return (patterns) => {
    const key = JSON.stringify(patterns);
    const texts = known.get(key) ?? sampleTexts(patterns, random);
    known.set(key, texts);
    return texts;
  };
}

function sampleTexts(patterns: readonly string[], random: () => number): string[] {
  const own = patterns.flatMap((pattern) => {
    const samples = samplePattern(pattern, random);
    return samples === undefined ? [] : [...samples.accepted, ...samples.refused];
  });
  const between = patterns.flatMap((first) =>
    patterns.flatMap((second) => {
      const difference = first === second ? undefined : differencePatterns(first, second);
      return difference?.kind === "found" ? [difference.string] : [];
    }),
  );
  return distinct([...between, ...own]);
}
