import { createLanguageReader, type ReadLanguage, type ReadPattern } from "../../pattern/language/index.js";
import type { Memo } from "./memo.js";

/** What a pattern means, and each number of steps that was spent to find it. */
export type Spent = { readonly read: ReadLanguage; readonly steps: readonly number[] };

/**
 * Reads each pattern once. Whoever asks again spends as much as the first, in the same steps: a question that comes to
 * its limit comes to it in every run.
 */
export function rememberLanguages(memo: Memo<Spent>): ReadPattern {
  const readLanguage = createLanguageReader();
  return (pattern, spend) => {
    const known = memo.get(pattern);
    if (known !== undefined) {
      for (const count of known.steps) spend(count);
      return known.read;
    }
    const steps: number[] = [];
    const read = readLanguage(pattern, (count) => {
      steps.push(count);
      spend(count);
    });
    memo.set(pattern, { read, steps });
    return read;
  };
}
