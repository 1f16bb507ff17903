/** What a decision says of the changes of a schema in use. */
import { isRecord } from "../../json/pointer.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Document, Sides } from "../document/document.js";
import { findCauses } from "./attribute.js";
import type { Checker } from "./compile-schemas.js";
import type { Outcome, Proof } from "./search/counterexample.js";
import { findCulprits } from "./search/culprit.js";
import { shrink } from "./search/shrink.js";

/** Nothing is refused; `isSame` when nothing more is taken either. */
export function outcomeOfIncluded(changes: readonly SchemaChange[], isSame: boolean): Outcome {
  return {
    proofs: new Map(),
    exercised: new Set(changes),
    isBroken: false,
    isOpened: !isSame,
    resisted: new Set(isSame ? changes : []),
    hasSeen: true,
    tried: 0,
  };
}

export type Refused = {
  readonly use: SchemaUse;
  readonly changes: readonly SchemaChange[];
  /** What the accepting side takes and the refusing side does not. */
  readonly value: unknown;
  readonly accepting: Checker;
  readonly refusing: Checker;
  readonly isOpened: boolean;
};

/** The changes that a value is refused for; undefined when the validators do not agree that it is. */
export function outcomeOfWitness(refused: Refused, documents: Sides<Document>): Outcome | undefined {
  const { use, changes, value, accepting, refusing, isOpened } = refused;
  const holds = (each: unknown): boolean => accepting.accepts(each) && !refusing.accepts(each);
  if (!holds(value)) return undefined;
  const prove = (found: unknown, isCausedBy: (smaller: unknown) => boolean): Proof => {
    const smallest = shrink(sortNames(found), (smaller) => holds(smaller) && isCausedBy(smaller));
    return { value: smallest, issues: refusing.issues(smallest) };
  };
  const suspects = changes.filter(({ kind }) => kind !== "annotation");
  const causes = suspects.length > 1 ? findCauses(documents, use, suspects, holds) : [];
  const proofs = new Map(
    causes.map((cause) => [cause.change, prove(cause.value, cause.isCausedBy)] as const),
  );
  if (proofs.size === 0) {
    const proof = prove(value, () => true);
    for (const change of blame(proof, changes)) proofs.set(change, proof);
  }
  const { resisted, ...rest } = outcomeOfIncluded(changes, !isOpened);
  return { ...rest, resisted, proofs, isBroken: true };
}

/** Names in the order of the alphabet: a value that is found has them in an order that says nothing. */
function sortNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortNames);
  if (!isRecord(value)) return value;
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, sortNames(value[name])]));
}

/** By what the validator says of the value, where no change alone is the cause. */
function blame({ issues }: Proof, changes: readonly SchemaChange[]): readonly SchemaChange[] {
  const said = [...findCulprits(issues, [], changes)];
  if (said.length > 0) return said;
  const suspect = changes.find(({ comparison }) => comparison !== "same") ?? changes[0];
  return suspect === undefined ? [] : [suspect];
}
