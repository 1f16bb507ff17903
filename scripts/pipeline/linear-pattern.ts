import type { JudgePatterns, PatternVerdict } from "../pattern/judge.js";

/** What the lint rule of the same name takes as its option `verdicts`. */
export type LintVerdict =
  | { readonly kind: "linear" }
  | { readonly kind: "superlinear"; readonly complexity: string; readonly attack: string }
  | { readonly kind: "invalid" | "unknown"; readonly reason: string };

/** The compiler's own verdicts, which are exact and quicker than the rule's, as the rule words them. */
export async function judgeForLint(
  patterns: readonly string[],
  judge: JudgePatterns,
): Promise<ReadonlyMap<string, LintVerdict>> {
  const verdicts = await judge(patterns);
  return new Map([...verdicts].map(([pattern, verdict]) => [pattern, toLintVerdict(verdict)]));
}

function toLintVerdict(verdict: PatternVerdict): LintVerdict {
  if (verdict.kind === "invalid") return { kind: "invalid", reason: verdict.message };
  if (verdict.kind !== "regexp" && verdict.attack !== undefined) {
    const { complexity, prefix, pump, repeats, suffix } = verdict.attack;
    const attack = `${JSON.stringify(prefix)} + ${JSON.stringify(pump)}.repeat(${repeats}) + ${JSON.stringify(suffix)}`;
    return { kind: "superlinear", complexity, attack };
  }
  return verdict.kind === "unsafe" ? { kind: "unknown", reason: verdict.reason } : { kind: "linear" };
}
