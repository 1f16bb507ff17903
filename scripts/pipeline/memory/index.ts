// What is costly and the same in run after run, while a document is written. Nothing else is kept between two runs: all
// of it is found by pure functions, and by the whole of their input.

import type { PatternVerdict } from "../../pattern/judge.js";
import type { ReadPattern } from "../../pattern/language/index.js";
import { rememberLanguages, type Spent } from "./languages.js";
import { createMemo, remember, type Memo } from "./memo.js";

export type Memory = {
  /** How a pattern is to be matched: a hard one costs 50 ms, and lint and validators both ask. */
  readonly judge: (pattern: string) => PatternVerdict;
  /** Which texts a pattern takes. */
  readonly readLanguage: ReadPattern;
  /** Statements as they are written to a file, by their unformatted text. */
  readonly statements: Memo<string>;
  /** After each run: what the document no longer has is forgotten with the next. */
  readonly endRun: () => void;
};

export async function openMemory(): Promise<Memory> {
  const { judgePattern } = await import("../../pattern/judge.js");
  const verdicts = createMemo<PatternVerdict>();
  const languages = createMemo<Spent>();
  const statements = createMemo<string>();
  return {
    judge: remember(verdicts, (pattern) => judgePattern(pattern)),
    readLanguage: rememberLanguages(languages),
    statements,
    endRun: () => [verdicts, languages, statements].forEach((memo) => memo.endRun()),
  };
}
