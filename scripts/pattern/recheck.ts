import { check } from "recheck";
import { countTakes } from "./automaton/program.js";
import type { Flags, Syntax } from "./syntax/syntax.js";

export type Recheck = { readonly kind: "safe" } | { readonly kind: "doubtful"; readonly reason: string };

/** It has no limit of its own on what bounded repeats come to when written out, and overflows its stack. */
const maxTakes = 10_000;

/** Asks recheck about what no automaton of ours decides; the only import of that library in the compiler. */
export async function askRecheck(source: string, flags: Flags, syntax: Syntax): Promise<Recheck> {
  if (countTakes(syntax) > maxTakes)
    return { kind: "doubtful", reason: "its repeats are too many for recheck" };
  const answer = await check(source, flags, { timeout: 5_000 });
  if (answer.status === "safe") return { kind: "safe" };
  const found = answer.status === "vulnerable" ? `${answer.complexity.type} backtracking` : "no decision";
  return { kind: "doubtful", reason: `recheck: ${found}` };
}
