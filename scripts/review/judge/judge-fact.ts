import type { Fact } from "../differ/facts.js";
import type { Finding, Proof } from "./findings.js";
import { findRule } from "./rules.js";

/** A change outside of schemas, by its rule, and what the TypeScript compiler says of it. */
export function judgeFact(fact: Fact, compiler?: string): Finding {
  const { id, wire, types, say } = findRule(fact);
  const { keyword, operation, direction, base, head, subject, was, now } = fact;
  const isBreak = wire === "major";
  const proof = isBreak ? toProof(fact) : undefined;
  const isProved = proof !== undefined;
  return {
    rule: id,
    keyword,
    name: subject,
    operations: [operation],
    direction,
    base,
    head,
    was,
    now,
    subject,
    predicate: say(fact),
    levels: { wire, types },
    verdict: isBreak ? (isProved ? "proved" : "undecided") : "compatible",
    reason: isBreak && !isProved ? NO_MESSAGE : undefined,
    compiler: types === "major" ? compiler : undefined,
    proof,
  };
}

const NO_MESSAGE =
  "every change of this kind counts as a break; there is no request or response that shows this one";

function toProof({ operation, refused }: Fact): Proof | undefined {
  if (refused === undefined) return undefined;
  const { message, issue } = refused;
  const refusedBy = message.kind === "request" ? "head" : "base";
  return { operation, message, refusedBy, issues: [{ message: issue, path: [], keyword: "" }] };
}
