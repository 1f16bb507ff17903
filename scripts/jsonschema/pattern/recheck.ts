import { check } from "recheck";
import type { Flags } from "./syntax.js";

export type Recheck = { readonly kind: "safe" } | { readonly kind: "doubtful"; readonly reason: string };

/** Asks recheck about what no automaton of ours decides; the only import of that library in the compiler. */
export async function askRecheck(source: string, flags: Flags): Promise<Recheck> {
  const answer = await check(source, flags, { timeout: 10_000 });
  if (answer.status === "safe") return { kind: "safe" };
  const found = answer.status === "vulnerable" ? `${answer.complexity.type} backtracking` : "no decision";
  return { kind: "doubtful", reason: `recheck: ${found}` };
}
