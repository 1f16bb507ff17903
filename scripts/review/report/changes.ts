import { VERDICTS, type Finding, type Proof, type Verdict } from "../judge/findings.js";
import { worst, type Level, type Levels } from "../judge/levels.js";
import { createId, nameOperation } from "./change-id.js";
import type { Location, LocateChange } from "./location.js";

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
  /** One sentence or more for a person. */
  readonly message: string;
  /** What the TypeScript compiler says of code that was written for base. */
  readonly compiler?: string;
  readonly verdict: Verdict;
  /** Why it is undecided. */
  readonly reason?: string;
  /** What the level rests on. */
  readonly note?: string;
  readonly accepted?: Acceptance;
  readonly counterexample?: Counterexample;
};

type Refusal = Pick<Proof, "refusedBy" | "issues">;

/** A message as it can be sent or answered. */
export type Counterexample =
  | (Refusal & { readonly request: Readonly<Record<string, unknown>> })
  | (Refusal & { readonly response: Readonly<Record<string, unknown>> });

/** Findings with a place and an id, the heaviest first. */
export function toChanges(findings: readonly Finding[], locate: LocateChange): Change[] {
  return findings.map((finding) => toChange(finding, locate)).toSorted(byWeight);
}

function toChange(finding: Finding, locate: LocateChange): Change {
  const { levels, direction, keyword, verdict, reason, note, compiler, proof, operations } = finding;
  return {
    id: createId(finding),
    level: worst([levels.wire, levels.types]),
    levels,
    direction,
    keyword,
    operationId: nameOperation(operations[0]),
    location: locate(finding),
    message: writeMessage(finding),
    ...(compiler !== undefined && { compiler }),
    verdict,
    ...(verdict === "undecided" && reason !== undefined && { reason }),
    ...(note !== undefined && { note }),
    ...(restsOnFormat(proof) && { note: "The proof rests on a format." }),
    ...(proof !== undefined && { counterexample: writeCounterexample(proof) }),
  };
}

function writeMessage({ subject, predicate, operations }: Finding): string {
  const names = new Set(operations.map(nameOperation).filter((name) => name !== ""));
  const others = names.size > 1 ? ` In ${names.size} operations.` : "";
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${predicate}.${others}`;
}

function restsOnFormat(proof: Proof | undefined): boolean {
  return proof?.issues.some(({ keyword }) => keyword === "format") === true;
}

function writeCounterexample({ operation, message, refusedBy, issues }: Proof): Counterexample {
  if (message.kind === "response") {
    const { kind: _, ...response } = message;
    return { response: { operationId: nameOperation(operation), ...response }, refusedBy, issues };
  }
  const { kind: _, params = {}, ...request } = message;
  const { method = "", path = "" } = operation.head ?? operation.base ?? {};
  return { request: { method, path: fillPath(path, params), ...request }, refusedBy, issues };
}

function fillPath(path: string, params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, () => String(value)),
    path,
  );
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
