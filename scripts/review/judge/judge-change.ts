import type { Issue } from "../decide/compile-schemas.js";
import type { Comparison } from "../differ/compare-keyword.js";

import type { Message, Slot, Use } from "../differ/facts.js";
import type { Counterexample, Finding, Verdict } from "./findings.js";
import type { SchemaChange } from "../differ/pair.js";
import type { Level } from "./rules.js";
import type { FoundProof, UseOutcome } from "../decide/search-uses.js";
import type { TypeVerdict } from "../types/type-checks.js";

export type Evidence = {
  readonly use: Use;
  readonly changes: readonly SchemaChange[];
  readonly outcome: UseOutcome | undefined;
  readonly types: TypeVerdict | undefined;
};

/** One change of a schema where it is used: narrower in a request or wider in a response is a break. */
export function judgeChange(change: SchemaChange, evidence: Evidence): Finding {
  const { use } = evidence;
  const { wire, verdict, proof, tried } = judgeWire(change, evidence);
  const { types, reason } = judgeTypes(change, evidence);
  return {
    rule: nameRule(change),
    keyword: change.keyword,
    name: change.name,
    pairs: [use.pair],
    direction: use.slot.kind === "component" ? "both" : use.direction,
    before: change.before,
    after: change.after,
    was: change.was,
    now: change.now,
    subject: nameSubject(change, use),
    detail: describeChange(change, settle(change, evidence), tried),
    levels: { wire, types },
    verdict,
    types: reason,
    counterexample: proof && toCounterexample(proof),
  };
}

type WireVerdict = {
  readonly wire: Level;
  readonly verdict: Verdict;
  readonly proof?: FoundProof;
  readonly tried?: number;
};

function judgeWire(change: SchemaChange, { use, outcome }: Evidence): WireVerdict {
  const isSilent =
    change.kind === "rewrite" || (change.kind === "annotation" && !change.keyword.endsWith("Only"));
  if (outcome === undefined || isSilent) return { wire: "patch", verdict: "compatible" };
  const proof = outcome.proofs.get(change);
  if (proof !== undefined) return { wire: "major", verdict: "proved", proof };
  const { tried } = outcome;
  if (isBreakByRule(change, use, outcome)) return { wire: "major", verdict: "by rule", tried };
  return { wire: isOpening(change, use, outcome) ? "minor" : "patch", verdict: "compatible", tried };
}

/** Whether the contract widens for requests, or narrows for responses. */
function isOpening(change: SchemaChange, use: Use, outcome: UseOutcome): boolean {
  if (change.kind === "property") return true;
  const gives = use.direction === "request" ? "wider" : "narrower";
  // The search could build no value that met the limit, so the rule alone speaks.
  if (change.comparison === gives) return outcome.isOpened || !outcome.resisted.has(change);
  return change.comparison === "other" && outcome.isOpened;
}

/** The search could build no value that shows the change, so the rule alone speaks. */
function isBreakByRule(change: SchemaChange, use: Use, outcome: UseOutcome): boolean {
  if (change.kind !== "assertion") return false;
  const breaks = use.direction === "request" ? "narrower" : "wider";
  if (change.comparison !== breaks && change.comparison !== "other") return false;
  return !outcome.hasSeen || !outcome.exercised.has(change);
}

function judgeTypes(change: SchemaChange, evidence: Evidence): { types: Level; reason: string | undefined } {
  const { types, use, changes } = evidence;
  const isGone = change.kind === "property" && change.was === true && change.now === false;
  if (isGone && change.before !== undefined && change.before.value !== false) {
    return { types: "major", reason: `\`${String(change.name)}\` is no longer a property of the type` };
  }
  if (types === undefined || change.kind === "rewrite") return { types: "patch", reason: undefined };
  const reason = types.at.get(change);
  if (types.broken !== undefined && (reason !== undefined || isBlamed(change, types, changes))) {
    return { types: "major", reason: `${reason ?? types.broken} — ${types.example}` };
  }
  const isNew = change.kind === "property" || (change.keyword === "deprecated" && change.now === true);
  const isMore = types.isWider && TYPED.has(change.keyword) && use.slot.kind !== "component";
  return { types: isNew || isMore ? "minor" : "patch", reason: undefined };
}

const TYPED = new Set(["type", "enum", "const", "required", "properties", "items", "prefixItems", "additionalProperties", "anyOf", "oneOf", "default", "patternProperties"]); // prettier-ignore

/** The compiler names one reason for the whole: it is the likeliest change's, when no spot could be asked. */
function isBlamed(change: SchemaChange, types: TypeVerdict, changes: readonly SchemaChange[]): boolean {
  if (types.at.size > 0) return false;
  const scores = changes.map((each) => weigh(each, types.broken ?? ""));
  return weigh(change, types.broken ?? "") === Math.max(...scores);
}

function weigh({ keyword, comparison, path, kind }: SchemaChange, reason: string): number {
  const isNamed = path.at(-1) !== undefined && reason.includes(`'${String(path.at(-1))}'`);
  const isAbout = keyword === "required" && /missing|required|optional|undefined/.test(reason);
  return (
    (isNamed ? 8 : 0) +
    (isAbout ? 2 : 0) +
    (TYPED.has(keyword) ? 4 : 0) +
    (kind === "annotation" ? -2 : 1) +
    (comparison === "same" ? 0 : 1)
  );
}

/** No more than the documents say goes into the name: an accepted finding is known by it. */
function nameRule({ kind, keyword, comparison, own, was }: SchemaChange): string {
  if (kind === "rewrite") return "rewritten";
  if (kind === "annotation") return `${keyword}-changed`;
  if (kind === "property") return was === true ? "property-removed" : "property-added";
  return `${keyword}-${comparison === "other" ? own : comparison}`;
}

/** A change that the documents leave open, by the values that the search has seen come or go because of it. */
function settle(change: SchemaChange, { use, changes, outcome }: Evidence): Comparison {
  if (change.comparison !== "other" || outcome === undefined) return change.comparison;
  const { proofs, isBroken, isOpened } = outcome;
  const [gone, come] =
    use.direction === "request" ? (["narrower", "wider"] as const) : (["wider", "narrower"] as const);
  if (proofs.has(change) && !isOpened) return gone;
  const isAlone = changes.every((other) => other === change || other.kind === "annotation");
  return isAlone && isOpened && !isBroken ? come : "other";
}

function nameSubject({ path, kind, keyword }: SchemaChange, { subject }: Use): string {
  const inner = kind === "annotation" && keyword === "required" ? path.slice(0, -1) : path;
  if (inner.length === 0) return subject;
  return `\`${inner
    .map((step) => (step === "*" ? "[]" : step))
    .join(".")
    .replaceAll(".[]", "[]")}\` of the ${subject}`;
}

const COMPARISONS = {
  wider: "takes more",
  narrower: "takes less",
  other: "takes other values",
  same: "takes the same",
} as const;

function describeChange(change: SchemaChange, comparison: Comparison, tried: number | undefined): string {
  const { kind, keyword, was, now } = change;
  if (kind === "rewrite") return "is written differently and means the same";
  if (kind === "property") return now === true ? "is a new property" : "is no longer a property";
  if (keyword === "required") return now === true ? "is now required" : "is no longer required";
  const values = `\`${keyword}\` ${showValue(was)} → ${showValue(now)}`;
  if (kind === "annotation") return values;
  const search = tried === undefined ? "" : ` (${tried} values tried)`;
  return `${values}: ${COMPARISONS[comparison]}${search}`;
}

function showValue(value: unknown): string {
  if (value === undefined) return "absent";
  const text = JSON.stringify(value);
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}

function toCounterexample({ value, issues, use: { pair, slot, direction } }: FoundProof): Counterexample {
  const refusedBy = direction === "request" ? "head" : "base";
  return { pair, message: toMessage(slot, value), refusedBy, issues: issues.slice(0, 3).map(trimIssue) };
}

function trimIssue({ message, path, keyword }: Issue) {
  return { message, path, keyword };
}

function toMessage(slot: Slot, value: unknown): Message {
  switch (slot.kind) {
    case "body":
      return { kind: "request", body: value };
    case "parameter":
      return toRequest(slot.in, slot.name, value);
    case "response":
      return { kind: "response", status: slot.status, contentType: slot.mediaType, body: value };
    case "header":
      return { kind: "response", status: slot.status, headers: { [slot.name]: value } };
    case "component":
      return { kind: "request", body: value };
  }
}

function toRequest(where: string, name: string, value: unknown): Message {
  if (where === "query") return { kind: "request", query: { [name]: value } };
  if (where === "header" || where === "cookie")
    return { kind: "request", headers: { [where === "cookie" ? "Cookie" : name]: value } };
  return { kind: "request", params: { [name]: value } };
}
