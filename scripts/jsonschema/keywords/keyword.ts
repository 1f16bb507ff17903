import type { JsonRecord } from "../../json/pointer.js";
import type { JsonType } from "../../json/value.js";
import type { Plan, Reason } from "../plan/plan.js";
import type { VocabularyMembers } from "../schema/vocabularies.js";

/** One keyword, or a few that only make sense together. */
export type Keyword = VocabularyMembers & {
  /** The type of instance that it speaks of; others pass. Absent when it speaks of every instance. */
  readonly on?: JsonType;
  /** Which of its values are schemas. */
  readonly holds?: Readonly<Record<string, "schema" | "list" | "map">>;
  /** What it asks of an instance. Called once for a schema that has at least one of the names. */
  readonly lower: (schema: JsonRecord, context: Context) => Plan;
};

export type KeywordTable = ReadonlyMap<string, Keyword>;

/** What a keyword may ask for while it is lowered. */
export type Context = {
  /** The plan of a schema below this one. */
  readonly plan: (...steps: readonly string[]) => Plan;
  /** The plan of the schema that a reference names. */
  readonly reference: (keyword: string, target: string) => Plan;
  readonly dynamicReference: (target: string) => Plan;
  /** JSON Pointer to a part of the schema, as reasons have it. */
  readonly at: (...steps: readonly string[]) => string;
  /** Why a value is refused; `steps` lead to the keyword where its name alone does not. */
  readonly reason: (keyword: string, message: Reason["message"], ...steps: readonly string[]) => Reason;
  /** Says that the schema itself is at fault; the plan is then not used. */
  readonly problem: (keyword: string, message: string) => void;
  /** Says that the schema has a pattern, which is then judged. */
  readonly pattern: (source: string, ...steps: readonly string[]) => void;
  /** Whether `format` refuses instances, or only says something of them. */
  readonly isFormatAsserted: boolean;
  /** Whether a property that a schema requires may be left out here (`readOnly` in a request …). */
  readonly isExempt: (property: string) => boolean;
  /** The plan, made so far, of the other keywords of the same schema. */
  readonly siblings: () => Plan;
};
