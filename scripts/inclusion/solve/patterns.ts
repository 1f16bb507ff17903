import {
  intersect,
  matchesPattern,
  type Language,
  type ReadLanguage,
  type ReadPattern,
} from "../../pattern/language/index.js";

/** Patterns that a string must match, and must not match. */
export type PatternQuery = { readonly included: readonly string[]; readonly excluded: readonly string[] };

export type PatternAnswer =
  | {
      readonly kind: "language";
      /** Every string asked for is a word of it. */
      readonly language: Language;
      /** Why not every word is asked for: a pattern that is not regular. */
      readonly opaqueReason: string | undefined;
    }
  | { readonly kind: "unknown"; readonly reason: string };

export type Patterns = {
  readonly matches: (pattern: string, text: string) => boolean | undefined;
  readonly read: (query: PatternQuery) => PatternAnswer;
};

/** Reads each pattern, and each intersection of them, once. */
export function createPatterns(spend: (steps: number) => void, readLanguage: ReadPattern): Patterns {
  const languages = new Map<string, ReadLanguage>();
  const answers = new Map<string, PatternAnswer>();

  const languageOf = (pattern: string): ReadLanguage => {
    const known = languages.get(pattern) ?? readLanguage(pattern, spend);
    languages.set(pattern, known);
    return known;
  };

  const read = (query: PatternQuery): PatternAnswer => {
    const sorted = { included: sortDistinct(query.included), excluded: sortDistinct(query.excluded) };
    const key = JSON.stringify(sorted);
    const known = answers.get(key) ?? intersectAll(sorted, languageOf, spend);
    answers.set(key, known);
    return known;
  };

  return { matches: (pattern, text) => matchesPattern(languageOf(pattern), text), read };
}

function intersectAll(
  { included, excluded }: PatternQuery,
  languageOf: (pattern: string) => ReadLanguage,
  spend: (steps: number) => void,
): PatternAnswer {
  const reads = [...included, ...excluded].map((pattern) => ({ pattern, read: languageOf(pattern) }));
  for (const { pattern, read } of reads)
    if (read.kind === "invalid") return { kind: "unknown", reason: `the pattern ${pattern} cannot be read` };
  const language = intersect(
    included.map(languageOf).flatMap((read) => {
      const superset = read.kind === "regular" ? read.language : read.kind === "opaque" && read.superset;
      return superset || [];
    }),
    excluded.map(languageOf).flatMap((read) => (read.kind === "regular" ? [read.language] : [])),
    spend,
  );
  if (language === undefined) return { kind: "unknown", reason: "the patterns are too large together" };
  const [opaque] = reads.flatMap(({ pattern, read }) =>
    read.kind === "opaque" ? [`the pattern ${pattern} is not regular: ${read.reason}`] : [],
  );
  return { kind: "language", language, opaqueReason: opaque };
}

function sortDistinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
