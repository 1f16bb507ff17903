import type { Place } from "../document/document.js";
import type { Message, OperationPair } from "../differ/facts.js";
import type { Levels } from "./rules.js";

export type Verdict = "proved" | "by rule" | "compatible";

export type Counterexample = {
  /** The operation whose message it is. */
  readonly pair: OperationPair;
  readonly message: Message;
  readonly refusedBy: "base" | "head";
  readonly issues: readonly {
    readonly message: string;
    readonly path: readonly (string | number)[];
    readonly keyword: string;
  }[];
};

/** A change with what is thought of it, before it has a line and an id. */
export type Finding = {
  readonly rule: string;
  readonly keyword: string;
  /** What is named by it, where the place alone does not say. */
  readonly name: string | undefined;
  readonly pairs: readonly OperationPair[];
  readonly direction: "request" | "response" | "both";
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  readonly was: unknown;
  readonly now: unknown;
  readonly subject: string;
  readonly detail: string;
  readonly levels: Levels;
  readonly verdict: Verdict;
  readonly types: string | undefined;
  readonly counterexample: Counterexample | undefined;
};
