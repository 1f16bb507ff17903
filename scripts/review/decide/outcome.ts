/** What is known of the changes of a schema in use. */
import type { Issue } from "./compile-schemas.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Comparison } from "../keywords/index.js";

/** A value that one side sends and the other refuses, with the use whose value it is. */
export type Proof = {
  /** Of a parameter or header, its texts. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
  readonly use: SchemaUse;
};

export type Outcome = {
  /** For a change, a value that is refused because of it. */
  readonly proofs: ReadonlyMap<SchemaChange, Proof>;
  /** Changes of which it is not decided whether anything is refused because of them. */
  readonly undecided: ReadonlySet<SchemaChange>;
  /** Why it is not. */
  readonly reason: string | undefined;
  /** Whether the refusing side takes values that the accepting side does not. */
  readonly isOpened: boolean;
  /** What head accepts at the spot of a change, beside what base does. */
  readonly effects: ReadonlyMap<SchemaChange, Comparison>;
  /** What its level rests on, where the decision alone does not say. */
  readonly note: string | undefined;
};

/** The outcome where every value that is sent is taken. */
export const KEPT: Outcome = {
  proofs: new Map(),
  undecided: new Set(),
  reason: undefined,
  isOpened: false,
  effects: new Map(),
  note: undefined,
};
