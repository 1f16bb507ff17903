/** What each change means for callers: a level on the wire and in the types, and how sure the review is of it. */
import type { Delta } from "../differ/index.js";
import type { SchemaUse } from "../differ/facts.js";
import type { Outcome } from "../decide/outcome.js";
import type { TypeVerdicts } from "../types/index.js";
import { mergeFindings, type Finding } from "./findings.js";
import { judgeFact } from "./judge-fact.js";
import { judgeSchemaChange } from "./judge-schema-change.js";

/** What the rooms before have found out about schemas in use. */
export type Decisions = {
  readonly outcomes: ReadonlyMap<SchemaUse, Outcome>;
  readonly types: TypeVerdicts;
};

export function judge({ facts, schemas }: Delta, { outcomes, types }: Decisions): readonly Finding[] {
  const inSchemas = schemas.flatMap(({ use, changes }) => {
    const evidence = { use, changes, outcome: outcomes.get(use), types: types.schemas.get(use) };
    return changes.map((change) => judgeSchemaChange(change, evidence));
  });
  return mergeFindings([...facts.map((fact) => judgeFact(fact, types.facts.get(fact))), ...inSchemas]);
}
