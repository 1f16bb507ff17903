import type { MessagePart } from "../differ/message.js";
import { VERDICTS, type Finding, type Proof, type Verdict } from "../judge/findings.js";
import { worst, type Level, type Levels } from "../judge/levels.js";
import { joinCauses } from "./causes.js";
import { createId, listAliases, nameOperation } from "./change-id.js";
import { writeCounterexample, type Counterexample } from "./proof/counterexample.js";
import { writeCurl, type SampleBody } from "./proof/curl.js";
import { readEnding, type Ending } from "./ending.js";
import type { Location, LocateChange } from "./location.js";
import { capitalize, NOT_THE_CAUSE, sayDecision, sayEffect, sayTypesAlone, WORDS } from "./phrases.js";
import { nameInComponent } from "./subject.js";

/** Why a break fails nothing, and the last day on which that counts; none where it counts for good. */
export type Acceptance = { readonly reason: string; readonly until?: string };

/** What a change would count as without the configuration, and what of it says otherwise. */
export type Configured = { readonly level: Level; readonly reason: string };

/** A webhook has its name for a path. */
export type Endpoint = { readonly method: string; readonly path: string };

export type Change = {
  /** The same for the same change, wherever it moves to. */
  readonly id: string;
  /** Other ids by which it may have been accepted. */
  readonly aliases?: readonly string[];
  readonly level: Level;
  readonly levels: Levels;
  readonly direction: "request" | "response" | "both";
  readonly keyword: string;
  /** The operations that it reaches, as a reader of the API finds them. */
  readonly endpoints?: readonly Endpoint[];
  /** The first operation that it reaches; empty for what belongs to none. */
  readonly operationId: string;
  /** All of them, where there are several. */
  readonly operations?: readonly string[];
  readonly location: Location;
  /** One sentence or more for a person. */
  readonly message: string;
  /** The first of them: what changed, and what follows. */
  readonly sentence?: string;
  /** The same in the words of the API alone: nothing of documents, and of who refuses what. */
  readonly plain?: string;
  /** What the TypeScript compiler says of code that was written for base. */
  readonly compiler?: string;
  readonly verdict: Verdict;
  /** Why it is undecided, or how it was decided that nothing is refused. */
  readonly reason?: string;
  /** What the level rests on. */
  readonly note?: string;
  readonly accepted?: Acceptance;
  readonly configured?: Configured;
  /** What of a message the counterexample is refused for. */
  readonly part?: MessagePart;
  /** Of a change that breaks both ways, the message that base refuses beside the one that head refuses. */
  readonly second?: Pick<Change, "counterexample" | "part">;
  /** What it has to do with the end of an operation. */
  readonly ending?: Ending;
  readonly counterexample?: Counterexample;
  /** The request of the counterexample as a command. */
  readonly curl?: string;
};

/** Findings with a place and an id, the heaviest first. */
export function toChanges(
  findings: readonly Finding[],
  locate: LocateChange,
  sampleBody?: SampleBody,
): Change[] {
  return joinCauses(findings)
    .map((finding) => toChange(finding, locate, sampleBody))
    .toSorted(byWeight);
}

function toChange(finding: Finding, locate: LocateChange, sampleBody: SampleBody | undefined): Change {
  const { levels, direction, keyword, compiler, proof, second, operations } = finding;
  const names = [...new Set(operations.map(nameOperation).filter((name) => name !== ""))];
  const counterexample = proof && writeCounterexample(selectIssues(proof, finding.name));
  const curl = proof && counterexample && writeCurl(proof, counterexample, sampleBody);
  const reason = findReason(finding);
  const note = finding.note ?? (restsOnFormat(proof) ? WORDS.format : undefined);
  const aliases = listAliases(finding);
  const endpoints = listEndpoints(operations);
  const ending = readEnding(finding);
  const sentence = writeSentence(finding);
  return {
    id: createId(finding),
    ...(aliases.length > 0 && { aliases }),
    level: worst([levels.wire, levels.types]),
    levels,
    direction,
    keyword,
    ...(endpoints.length > 0 && { endpoints }),
    operationId: names[0] ?? "",
    ...(names.length > 1 && { operations: names }),
    location: locate(finding),
    message: `${sentence}.${names.length > 1 ? ` In ${names.length} operations.` : ""}`,
    sentence: `${sentence}.`,
    plain: writePlain(finding),
    ...(compiler !== undefined && { compiler }),
    verdict: settleVerdict(finding),
    ...(reason !== undefined && { reason }),
    ...(note !== undefined && { note }),
    ...(proof?.part !== undefined && { part: proof.part }),
    ...(second !== undefined && { second: showSecond(second, finding.name) }),
    ...(ending !== undefined && { ending }),
    ...(counterexample !== undefined && { counterexample }),
    ...(curl !== undefined && { curl }),
  };
}

function showSecond(proof: Proof, name: string | undefined): NonNullable<Change["second"]> {
  const { part } = proof;
  return {
    counterexample: writeCounterexample(selectIssues(proof, name)),
    ...(part !== undefined && { part }),
  };
}

/** What breaks nobody on the wire may break types, which the compiler's message proves. */
function settleVerdict({ levels, verdict, compiler }: Finding): Verdict {
  return verdict === "compatible" && levels.types === "major" && compiler !== undefined ? "proved" : verdict;
}

/** Why nothing is proved, or how it was decided that nothing is refused. */
function findReason({ verdict, reason, direction, isKept, levels }: Finding): string | undefined {
  if (verdict === "undecided") return reason;
  if (verdict === "proved" || isKept === undefined) return undefined;
  const decided = isKept ? sayDecision(direction) : NOT_THE_CAUSE;
  return levels.types === "major" ? sayTypesAlone(decided) : decided;
}

/** What changed and what follows, without an end. */
function writeSentence(finding: Finding): string {
  const { spot, predicate, proof, second, levels, verdict, comparison, directions = [] } = finding;
  const isNews = verdict === "compatible" && finding.keyword !== "properties" && comparison !== "same";
  const effect =
    spot === undefined
      ? ""
      : sayEffect({
          directions: new Set(directions),
          level: isNews ? levels.wire : "none",
          refusals: [proof, second].flatMap((one) =>
            one === undefined ? [] : [{ kind: one.message.kind, refusedBy: one.refusedBy }],
          ),
          isComponent: findComponent(finding) !== undefined,
        });
  return capitalize(`${nameSubject(finding)} ${predicate}${effect}`);
}

function writePlain(finding: Finding): string {
  return `${capitalize(`${nameSubject(finding)} ${finding.predicate}`)}.`;
}

function nameSubject(finding: Finding): string {
  const { subject, rule, operations } = finding;
  const [sides] = operations;
  const only = operations.length === 1 ? (sides?.head ?? sides?.base) : undefined;
  // What the end of an operation says of it alone is no text that others have as well.
  if (subject === "operation" && rule === "deprecated" && only !== undefined)
    return `operation \`${only.method} ${only.path}\``;
  return findComponent(finding) ?? subject;
}

function findComponent(finding: Finding): string | undefined {
  const { head, base, name, spot, keyword, isOfComponent } = finding;
  const place = head ?? base;
  return spot === undefined || place === undefined || isOfComponent === false
    ? undefined
    : nameInComponent(place, { name, keyword });
}

function listEndpoints(operations: Finding["operations"]): readonly Endpoint[] {
  const reached = operations.flatMap(({ base, head }) => head ?? base ?? []);
  const byText = new Map(reached.map(({ method, path }) => [`${method} ${path}`, { method, path }]));
  return [...byText.values()];
}

/** As many as a person reads; what is said of the name that changed comes first. */
function selectIssues(proof: Proof, name: string | undefined): Proof {
  const isAbout = ({ path }: Proof["issues"][number]): boolean => path.at(-1) === name;
  const issues = [...proof.issues.filter(isAbout), ...proof.issues.filter((issue) => !isAbout(issue))];
  return { ...proof, issues: issues.slice(0, 3) };
}

function restsOnFormat(proof: Proof | undefined): boolean {
  return (
    proof !== undefined &&
    proof.issues.length > 0 &&
    proof.issues.every(({ keyword }) => keyword === "format")
  );
}

const RANKS: readonly Level[] = ["major", "minor", "patch", "none"];

export function byWeight(a: Change, b: Change): number {
  return (
    RANKS.indexOf(a.level) - RANKS.indexOf(b.level) ||
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    a.location.file.localeCompare(b.location.file, "en") ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column
  );
}
