import { documentEdits, shop } from "../../../test/review/whole-documents/document-edits.js";
import { cases, toDocument, typeBreaks } from "../../../test/review/pairs/schema-cases.js";
import { review } from "../../review/index.js";
import type { Change } from "../../review/report/changes.js";
import { askRedocly, type PeerChange, type Texts } from "./redocly.js";

/** What a pair is by the table that the tests hold the review to. */
export type Kind = "wire" | "types" | "harmless" | "rewrite";

/** What a tool says of a pair. */
export type Verdict = { readonly isBreak: boolean; readonly hasPayload: boolean; readonly hasPlace: boolean };

export type Answers = { readonly verdicts: readonly Verdict[]; readonly milliseconds: number };

const schemaKinds = cases.map(({ name, wire }): Kind => {
  if (wire === "breaks") return "wire";
  if (typeBreaks.has(name)) return "types";
  return wire === "same" ? "rewrite" : "harmless";
});

const documentKinds = documentEdits.map(({ levels: { wire, types } }): Kind => {
  if (wire === "major") return "wire";
  if (types === "major") return "types";
  return wire === "patch" && types === "patch" ? "rewrite" : "harmless";
});

/** One a pair: the schemas of `cases` first, then the edits of a whole document. */
export const kinds: readonly Kind[] = [...schemaKinds, ...documentKinds];

/** The schemas stand in one document, an operation each, and the edits in a document each. */
const documents: readonly Texts[] = [
  { base: toDocument("base"), head: toDocument("head") },
  ...documentEdits.map(({ text }) => ({ base: shop, head: text })),
];

/** Tells whether something said of the first document belongs to the case of this number. */
type Owns<T> = (said: T, index: number) => boolean;

function shareOut<T>(
  answers: readonly (readonly T[])[],
  owns: Owns<T>,
  toVerdict: (said: readonly T[]) => Verdict,
): Verdict[] {
  const [schemas = [], ...edits] = answers;
  const ofSchemas = cases.map((_, index) => schemas.filter((said) => owns(said, index)));
  return [...ofSchemas, ...edits].map(toVerdict);
}

const isOurs: Owns<Change> = ({ operationId }, index) => operationId === `case${index}`;
const isPeers: Owns<PeerChange> = ({ path }, index) => path.split("/")[2] === `~1case${index}`;

export async function askOurs(): Promise<Answers> {
  const start = process.cpuUsage();
  const reviews: (readonly Change[])[] = [];
  for (const { base, head } of documents) {
    const [old, now] = [base, head].map((text) => ({ name: "", entry: "document", read: () => text }));
    if (old !== undefined && now !== undefined) reviews.push((await review(old, now)).changes);
  }
  const { user, system } = process.cpuUsage(start);
  return { verdicts: shareOut(reviews, isOurs, judgeOurs), milliseconds: (user + system) / 1000 };
}

function judgeOurs(changes: readonly Change[]): Verdict {
  const breaks = changes.filter(({ level }) => level === "major");
  return {
    isBreak: breaks.length > 0,
    hasPayload: breaks.some(({ counterexample }) => counterexample !== undefined),
    hasPlace: breaks.some(({ location }) => location.line > 0),
  };
}

/** Its verdict is the impact that it gives, whatever the reason. */
export function askPeer(): Answers {
  const { reports, milliseconds } = askRedocly(documents);
  return { verdicts: shareOut(reports, isPeers, judgePeer), milliseconds };
}

function judgePeer(changes: readonly PeerChange[]): Verdict {
  const breaks = changes.filter(({ impact }) => impact === "major");
  const hasPlace = breaks.some(({ base, revision }) => (revision?.line ?? base?.line) !== undefined);
  return { isBreak: breaks.length > 0, hasPayload: false, hasPlace };
}
