import { createHash } from "node:crypto";
import { splitPointer } from "../../json/pointer.js";
import type { Place } from "../document/document.js";
import type { OperationPair } from "../differ/facts.js";
import type { Counterexample, Finding, Verdict } from "../judge/findings.js";
import { canonicalText } from "../../json/value.js";
import type { Location, LocateChange } from "./location.js";
import { worst, type Level, type Levels } from "../judge/rules.js";

export type Acceptance = { readonly reason: string; readonly until: string };

export type Change = {
  /** The same for the same change, wherever it moves to. */
  readonly id: string;
  readonly level: Level;
  readonly levels: Levels;
  readonly direction: "request" | "response" | "both";
  readonly keyword: string;
  /** The first operation that it reaches; empty for what belongs to none. */
  readonly operationId: string;
  readonly location: Location;
  readonly message: string;
  readonly verdict: Verdict;
  readonly accepted?: Acceptance;
  readonly counterexample?: PrintedCounterexample;
};

type Refusal = Pick<Counterexample, "refusedBy" | "issues">;

export type PrintedCounterexample =
  | (Refusal & { readonly request: Readonly<Record<string, unknown>> })
  | (Refusal & { readonly response: Readonly<Record<string, unknown>> });

/** Findings that stand at the same place of both documents are one change, whichever operations it reaches. */
export function toChanges(findings: readonly Finding[], locate: LocateChange): Change[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = [finding.keyword, finding.name, finding.before?.pointer, finding.after?.pointer].join("\n");
    const known = merged.get(key);
    merged.set(key, known === undefined ? finding : merge(known, finding));
  }
  return [...merged.values()].map((finding) => toChange(finding, locate)).toSorted(byWeight);
}

const VERDICTS: readonly Verdict[] = ["proved", "by rule", "compatible"];

function merge(a: Finding, b: Finding): Finding {
  const [first, second] = VERDICTS.indexOf(b.verdict) < VERDICTS.indexOf(a.verdict) ? [b, a] : [a, b];
  const levels = {
    wire: worst([a.levels.wire, b.levels.wire]),
    types: worst([a.levels.types, b.levels.types]),
  };
  const direction = a.direction === b.direction ? a.direction : "both";
  return { ...first, levels, direction, pairs: [...a.pairs, ...b.pairs], types: first.types ?? second.types };
}

function toChange(finding: Finding, locate: LocateChange): Change {
  const { levels, direction, keyword, verdict, before, after, counterexample } = finding;
  const [pair] = finding.pairs;
  return {
    id: createId(finding),
    level: worst([levels.wire, levels.types]),
    levels,
    direction,
    keyword,
    operationId: nameOperation(pair),
    location: locate(before, after),
    message: writeMessage(finding),
    verdict,
    ...(counterexample !== undefined && { counterexample: print(counterexample) }),
  };
}

function nameOperation(pair: OperationPair | undefined): string {
  return (pair?.after ?? pair?.before)?.name ?? "";
}

const COMPILER = " TypeScript: ";

/** The message, and what the compiler says. */
export function splitMessage({ message }: Change): readonly [text: string, compiler: string | undefined] {
  const at = message.indexOf(COMPILER);
  return at === -1 ? [message, undefined] : [message.slice(0, at), message.slice(at + COMPILER.length)];
}

function writeMessage({ subject, detail, types, pairs, counterexample }: Finding): string {
  const names = new Set(pairs.map(nameOperation).filter((name) => name !== ""));
  const others = names.size > 1 ? ` In ${names.size} operations.` : "";
  const format =
    counterexample?.issues.some(({ keyword }) => keyword === "format") === true
      ? " The proof rests on a format."
      : "";
  const compiler = types === undefined ? "" : `${COMPILER}${types}`;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${detail}.${format}${others}${compiler}`;
}

/** Rule, place and a short hash of what it was and is: no line and no index, which move with other edits. */
function createId({ rule, before, after, name, was, now, pairs }: Finding): string {
  const where = after ?? before;
  const path = where === undefined ? "document" : namePlace(where, pairs[0]);
  const hash = createHash("sha256")
    .update(canonicalText([path, name, was, now]))
    .digest("hex")
    .slice(0, 6);
  return `${rule}@${path}#${hash}`;
}

function namePlace({ pointer }: Place, pair: OperationPair | undefined): string {
  const operation = pair?.after ?? pair?.before;
  const inside = operation !== undefined && pointer.startsWith(`${operation.place.pointer}/`);
  const rest = inside ? pointer.slice(operation.place.pointer.length) : pointer;
  const segments = splitPointer(rest).filter(
    (segment) => !/^\d{1,2}$/.test(segment) && segment !== "components",
  );
  return [...(inside ? [operation.name] : []), ...segments].join(".") || "document";
}

function print({ pair, message, refusedBy, issues }: Counterexample): PrintedCounterexample {
  const operation = pair.after ?? pair.before;
  if (message.kind === "response") {
    const { kind: _, ...response } = message;
    return { response: { operationId: operation?.name ?? "", ...response }, refusedBy, issues };
  }
  const { kind: _, params = {}, ...request } = message;
  const path = Object.entries(params).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    operation?.path ?? "",
  );
  return { request: { method: operation?.method ?? "", path, ...request }, refusedBy, issues };
}

const RANKS: readonly Level[] = ["major", "minor", "patch", "none"];

function byWeight(a: Change, b: Change): number {
  return (
    RANKS.indexOf(a.level) - RANKS.indexOf(b.level) ||
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    a.location.file.localeCompare(b.location.file, "en") ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column
  );
}
