import type { Issue } from "../decide/compile-schemas.js";
import type { FoundProof, SearchOutcome } from "../decide/search-uses.js";
import type { SchemaUse } from "../differ/facts.js";
import { toMessage } from "../differ/message.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Comparison } from "../keywords/index.js";
import type { TypeVerdict } from "../types/index.js";
import type { Finding, Proof, Verdict } from "./findings.js";
import { judgeTypes } from "./judge-types.js";
import type { Level } from "./levels.js";
import { sayChange, sayReason, saySubject } from "./sentences.js";

export type Evidence = {
  readonly use: SchemaUse;
  readonly changes: readonly SchemaChange[];
  readonly outcome: SearchOutcome | undefined;
  readonly types: TypeVerdict | undefined;
};

/** One change of a schema where it is used: narrower in a request or wider in a response is a break. */
export function judgeSchemaChange(change: SchemaChange, evidence: Evidence): Finding {
  const { use, outcome } = evidence;
  const { wire, verdict, proof } = judgeWire(change, evidence);
  const { types, compiler } = judgeTypes(change, evidence);
  const { keyword, name, base, head, was, now } = change;
  return {
    rule: nameRule(change),
    keyword,
    name,
    operations: [use.operation],
    direction: use.part.kind === "component" ? "both" : use.direction,
    base,
    head,
    was,
    now,
    subject: saySubject(change, use),
    predicate: sayChange(change, settle(change, evidence)),
    levels: { wire, types },
    verdict,
    reason: verdict === "undecided" && outcome !== undefined ? sayReason(use, outcome) : undefined,
    compiler,
    proof: proof && toProof(proof),
  };
}

type WireVerdict = { readonly wire: Level; readonly verdict: Verdict; readonly proof?: FoundProof };

function judgeWire(change: SchemaChange, evidence: Evidence): WireVerdict {
  const { use, outcome } = evidence;
  if (outcome === undefined || isSilent(change)) return { wire: "patch", verdict: "compatible" };
  const proof = outcome.proofs.get(change);
  if (proof !== undefined) return { wire: "major", verdict: "proved", proof };
  if (mayBreak(change, use, outcome)) return { wire: "major", verdict: "undecided" };
  return { wire: isOpening(change, evidence, outcome) ? "minor" : "patch", verdict: "compatible" };
}

/** A name that only one way of a message has changes what that message may hold. */
function isSilent({ kind, keyword }: SchemaChange): boolean {
  return kind === "annotation" && keyword !== "readOnly" && keyword !== "writeOnly";
}

/** What breaks callers, and what gives them more. */
const EFFECTS = {
  request: { breaks: "narrower", gives: "wider" },
  response: { breaks: "wider", gives: "narrower" },
} as const satisfies Record<SchemaUse["direction"], Record<string, Comparison>>;

/** Whether the contract widens for requests, or narrows for responses. */
function isOpening(
  change: SchemaChange,
  { use: { direction }, changes }: Evidence,
  outcome: SearchOutcome,
): boolean {
  if (change.kind === "property") return true;
  // What looks the same and is not: the only change there is speaks for the whole.
  if (change.kind === "rewrite") return isAlone(change, changes) && outcome.isOpened;
  // The search could build no value that met the limit, so what the documents say has to do.
  if (change.comparison === EFFECTS[direction].gives)
    return outcome.isOpened || !outcome.resisted.has(change);
  return change.comparison === "incomparable" && outcome.isOpened;
}

/** Whether the documents speak of a break and the search could build no value that tells. */
function mayBreak(change: SchemaChange, { direction }: SchemaUse, outcome: SearchOutcome): boolean {
  if (change.kind !== "assertion") return false;
  const isBreak = change.comparison === EFFECTS[direction].breaks || change.comparison === "incomparable";
  return isBreak && (!outcome.hasSeen || !outcome.exercised.has(change));
}

/** No more than the documents say goes into the name: an accepted finding is known by it. */
function nameRule({ kind, keyword, comparison, own, was }: SchemaChange): string {
  if (kind === "rewrite") return "rewritten";
  if (kind === "annotation") return `${keyword}-changed`;
  if (kind === "property") return was === true ? "property-removed" : "property-added";
  return `${keyword}-${comparison === "incomparable" ? own : comparison}`;
}

/** A change that the documents leave open, by the values that the search has seen accepted or refused because of it. */
function settle(change: SchemaChange, { use, changes, outcome }: Evidence): Comparison {
  const isOpen = change.comparison === "incomparable" || change.kind === "rewrite";
  if (!isOpen || outcome === undefined) return change.comparison;
  const { breaks, gives } = EFFECTS[use.direction];
  if (outcome.proofs.has(change)) return outcome.isOpened ? "incomparable" : breaks;
  if (isAlone(change, changes) && outcome.isOpened && !outcome.isBroken) return gives;
  return change.comparison;
}

function isAlone(change: SchemaChange, changes: readonly SchemaChange[]): boolean {
  return changes.every((other) => other === change || other.kind === "annotation");
}

function toProof({ value, issues, use: { operation, part, direction } }: FoundProof): Proof {
  const refusedBy = direction === "request" ? "head" : "base";
  return { operation, message: toMessage(part, value), refusedBy, issues: issues.slice(0, 3).map(trimIssue) };
}

function trimIssue({ message, path, keyword }: Issue) {
  return { message, path, keyword };
}
