import type { Issue } from "../decide/compile-schemas.js";
import type { Outcome, Proof as Found } from "../decide/outcome.js";
import { toMessage } from "../decide/write-message.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import { findComponent, hasComponent } from "../document/component.js";
import type { Comparison } from "../keywords/index.js";
import type { TypeVerdict } from "../types/index.js";
import { changesXml } from "./changes-xml.js";
import type { Finding, Proof, Verdict } from "./findings.js";
import { judgeTypes } from "./judge-types.js";
import type { Level } from "./levels.js";
import { sayChange, sayReason, saySubject } from "./sentences.js";

export type Evidence = {
  readonly use: SchemaUse;
  readonly changes: readonly SchemaChange[];
  readonly outcome: Outcome | undefined;
  readonly types: TypeVerdict | undefined;
};

/** One change of a schema where it is used: narrower in a request or wider in a response is a break. */
export function judgeSchemaChange(change: SchemaChange, evidence: Evidence): Finding {
  const { use, outcome } = evidence;
  const { wire, verdict, proof, reason } = judgeWire(change, evidence);
  const { types, compiler } = judgeTypes(change, evidence);
  const { keyword, name, base, head, was, now } = change;
  const comparison = settle(change, outcome);
  return {
    rule: nameRule(change),
    keyword,
    name,
    operations: [use.operation],
    direction: use.part.kind === "component" ? "both" : use.direction,
    directions: use.part.kind === "component" ? [] : [use.direction],
    base,
    head,
    was,
    now,
    subject: saySubject(change, use),
    comparison,
    predicate: sayChange(change, comparison),
    levels: { wire, types },
    verdict,
    reason,
    note: wire === "minor" ? outcome?.note : undefined,
    compiler,
    proof: proof && toProof(proof),
    isOfComponent: isOfComponent(change.around),
    spot: [use.subject, ...change.path].join("."),
    isKept: isSilent(change) ? undefined : outcome && outcome.proofs.size + outcome.undecided.size === 0,
  };
}

type WireVerdict = {
  readonly wire: Level;
  readonly verdict: Verdict;
  readonly proof?: Found;
  readonly reason?: string;
};

function judgeWire(change: SchemaChange, { use, outcome }: Evidence): WireVerdict {
  if (changesXml(change, use)) return { wire: "major", verdict: "undecided", reason: XML };
  if (outcome === undefined || isSilent(change)) return { wire: "patch", verdict: "compatible" };
  const proof = outcome.proofs.get(change);
  if (proof !== undefined) return { wire: "major", verdict: "proved", proof };
  if (outcome.undecided.has(change))
    return { wire: "major", verdict: "undecided", reason: sayReason(use, outcome) };
  return { wire: isOpening(change, outcome) ? "minor" : "patch", verdict: "compatible" };
}

const XML = "names and attributes of XML count, and no message was made that shows it";

/** A name that only one way of a message has changes what that message may hold. */
function isSilent({ kind, keyword }: SchemaChange): boolean {
  return kind === "annotation" && keyword !== "readOnly" && keyword !== "writeOnly";
}

/** Whether the contract widens for requests, or narrows for responses. */
function isOpening(change: SchemaChange, { isOpened, effects, note }: Outcome): boolean {
  // A name of an open object is news, though no message is refused for it.
  if (change.kind === "property") return change.comparison === "same" || effects.get(change) !== "same";
  if (change.kind !== "assertion") return false;
  return (isOpened || note !== undefined) && effects.get(change) !== "same";
}

/**
 * Whether the schemas of both sides are, or stand in, one component: that of the same name, or one that was renamed. A
 * schema that refers to another component than before has changed, and neither component has.
 */
function isOfComponent({ base, head }: SchemaChange["around"]): boolean {
  if (base === undefined || head === undefined) return true;
  const [was, is] = [findComponent(base), findComponent(head)];
  if (was === undefined || is === undefined) return was === is;
  if (was.name === is.name) return true;
  const isRenamed = !hasComponent(head, was.name) && !hasComponent(base, is.name);
  return isRenamed && was.below.join("/") === is.below.join("/");
}

/** No more than the documents say goes into the name: an accepted finding is known by it. */
function nameRule({ kind, keyword, comparison, own, was }: SchemaChange): string {
  if (kind === "rewrite") return "rewritten";
  if (kind === "annotation") return `${keyword}-changed`;
  if (kind === "property") return was === true ? "property-removed" : "property-added";
  return `${keyword}-${comparison === "incomparable" ? own : comparison}`;
}

/** What the documents leave open is said by what was decided at the spot. */
function settle(change: SchemaChange, outcome: Outcome | undefined): Comparison {
  const { comparison, kind } = change;
  if (comparison !== "incomparable" || kind !== "assertion") return comparison;
  return outcome?.effects.get(change) ?? comparison;
}

function toProof({ value, issues, use }: Found): Proof {
  const refusedBy = use.direction === "request" ? "head" : "base";
  const { operation } = use;
  return {
    operation,
    message: toMessage(use, value),
    part: use.part,
    refusedBy,
    issues: issues.map(trimIssue),
  };
}

function trimIssue({ message, path, keyword }: Issue) {
  return { message, path, keyword };
}
