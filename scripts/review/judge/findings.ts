import type { Direction } from "../../json/direction.js";
import type { OperationSides } from "../differ/facts.js";
import type { Message, MessagePart } from "../differ/message.js";
import type { Comparison } from "../keywords/index.js";
import type { Place, SideName, Sides } from "../document/document.js";
import { worst, type Levels } from "./levels.js";

/** `undecided`: on the safe side in the level, though no message shows a break. */
export const VERDICTS = ["proved", "undecided", "compatible"] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A message that one side refuses and the other accepts. */
export type Proof = {
  /** The operation whose message it is. */
  readonly operation: OperationSides;
  readonly message: Message;
  /** What of the message is refused, where it is a value of a schema. */
  readonly part?: MessagePart;
  readonly refusedBy: SideName;
  readonly issues: readonly {
    readonly message: string;
    readonly path: readonly (string | number)[];
    readonly keyword: string;
  }[];
};

/** A change with what it means for callers, before it has a line and an id. */
export type Finding = Sides<Place | undefined> & {
  readonly rule: string;
  readonly keyword: string;
  /** What is named by it, where the place alone does not say. */
  readonly name: string | undefined;
  readonly operations: readonly OperationSides[];
  readonly direction: "request" | "response" | "both";
  /** Of a change of a schema, the directions of the messages that hold it. */
  readonly directions?: readonly Direction[];
  readonly was: unknown;
  readonly now: unknown;
  /** Of a change of a schema, what head accepts at its spot beside what base does. */
  readonly comparison?: Comparison;
  /** The sentence about it: what changed, and how. */
  readonly subject: string;
  readonly predicate: string;
  readonly levels: Levels;
  readonly verdict: Verdict;
  /** Why it is undecided. */
  readonly reason: string | undefined;
  /** What the level rests on. */
  readonly note?: string | undefined;
  /** What the TypeScript compiler says of code that was written for base. */
  readonly compiler: string | undefined;
  readonly proof: Proof | undefined;
  /** Of a change that breaks both ways, the message that base refuses: what head refuses asks for an act, and comes first. */
  readonly second?: Proof | undefined;
  /** Of a change of a schema, whether both sides have it in one component, after which it can be called. */
  readonly isOfComponent?: boolean;
  /** Of a change of a schema, where it counts: the part of the message and the way through its value. */
  readonly spot?: string;
  /** Whether nothing at all is refused where the schema is used; absent where nobody asked. */
  readonly isKept?: boolean | undefined;
  /** Findings that say the same of the same cause. */
  readonly joined?: readonly Finding[];
};

/** Findings that stand at the same place of both documents are one, whichever operations it reaches. */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = [finding.keyword, finding.name, finding.base?.pointer, finding.head?.pointer].join("\n");
    const known = merged.get(key);
    merged.set(key, known === undefined ? finding : merge(known, finding));
  }
  return [...merged.values()];
}

function merge(a: Finding, b: Finding): Finding {
  const isBetter = VERDICTS.indexOf(b.verdict) < VERDICTS.indexOf(a.verdict);
  const [first, second] = isBetter ? [b, a] : [a, b];
  return {
    ...first,
    levels: {
      wire: worst([a.levels.wire, b.levels.wire]),
      types: worst([a.levels.types, b.levels.types]),
    },
    direction: a.direction === b.direction ? a.direction : "both",
    directions: [...new Set([...(a.directions ?? []), ...(b.directions ?? [])])],
    operations: [...a.operations, ...b.operations],
    ...mergeProofs([first, second]),
    compiler: first.compiler ?? second.compiler,
    note: first.note ?? second.note,
    isKept: a.isKept === undefined || b.isKept === undefined ? (a.isKept ?? b.isKept) : a.isKept && b.isKept,
  };
}

/** The proofs of findings that are told as one, of each way the first. */
export function mergeProofs(findings: readonly Finding[]): Pick<Finding, "proof" | "second"> {
  const proofs = findings.flatMap(({ proof, second }) => [proof, second].filter((one) => one !== undefined));
  const [proof, second] = (["head", "base"] as const).flatMap(
    (side) => proofs.find(({ refusedBy }) => refusedBy === side) ?? [],
  );
  return { proof, ...(second && { second }) };
}
