import type { Delta } from "../differ/delta.js";
import type { Doc } from "../document/document.js";
import type { Fact, OperationPair, Use } from "../differ/facts.js";
import type { Counterexample, Finding, Verdict } from "./findings.js";
import { judgeChange } from "./judge-change.js";
import type { SchemaChange } from "../differ/pair.js";
import { rules } from "./rules.js";
import { compareSchemas } from "../differ/schema-delta.js";
import { searchAll, type Changed } from "../decide/search-uses.js";
import type { TypeVerdict } from "../types/type-checks.js";

export type Documents = {
  readonly before: Doc;
  readonly after: Doc;
  readonly types: () => readonly [string, string];
};

/** What each difference means for callers. */
export async function judge(delta: Delta, documents: Documents): Promise<Finding[]> {
  const changed = delta.uses
    .map((use) => ({ use, changes: compareSchemas(use.before, use.after, use.direction) }))
    .filter(({ changes }) => changes.length > 0);
  const outcomes = await searchAll(changed, documents.before, documents.after);
  const isTyped = changed.some(({ changes }) => changes.some(countsForTypes));
  const types = isTyped ? await askCompiler(changed, documents) : new Map<Use, TypeVerdict>();
  const inSchemas = changed.flatMap(({ use, changes }) =>
    changes.map((change) =>
      judgeChange(change, { use, changes, outcome: outcomes.get(use), types: types.get(use) }),
    ),
  );
  return [...delta.facts.map(judgeFact), ...inSchemas];
}

/** Keywords that no type of schema.ts shows: the compiler need not be asked, nor loaded. */
const UNTYPED = new Set(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"]); // prettier-ignore

function countsForTypes({ kind, keyword }: SchemaChange): boolean {
  if (UNTYPED.has(keyword)) return false;
  return kind !== "annotation" || keyword === "default" || keyword === "discriminator";
}

/** The compiler takes longer to load than all else: a change that no type shows goes without it. */
async function askCompiler(changed: readonly Changed[], documents: Documents) {
  const { checkTypes } = await import("../types/type-checks.js");
  return checkTypes(...documents.types(), changed);
}

function judgeFact(fact: Fact): Finding {
  const { wire, types, title } = rules[fact.rule];
  const counterexample = fact.proof && toCounterexample(fact.proof, fact.pair);
  const verdict: Verdict =
    wire !== "major" ? "compatible" : counterexample === undefined ? "by rule" : "proved";
  const { rule, keyword, pair, direction, before, after, subject, was, now } = fact;
  const common = { rule, keyword, pairs: [pair], direction, before, after, subject, was, now };
  return {
    ...common,
    name: subject,
    detail: title,
    levels: { wire, types },
    verdict,
    types: undefined,
    counterexample,
  };
}

function toCounterexample(
  { message, issue }: NonNullable<Fact["proof"]>,
  pair: OperationPair,
): Counterexample {
  const refusedBy = message.kind === "request" ? "head" : "base";
  return { pair, message, refusedBy, issues: [{ message: issue, path: [], keyword: "" }] };
}
