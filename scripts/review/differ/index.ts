/**
 * What changed from one document to the other: facts outside of schemas, and for each schema in use its changes. It
 * has no opinion on whom a change breaks.
 */
import { rootOf } from "../../json/place.js";
import { mapSides, membersAt, type Document, type Sides } from "../document/document.js";
import { compareComponents } from "./components.js";
import { compareTexts } from "./descriptions.js";
import { NO_OPERATION, type Difference, type Fact, type SchemaUse } from "./facts.js";
import { compareOperations } from "./operations.js";
import { compareSchemas, type KnownSpots, type SchemaChange } from "./schemas/index.js";

/** A schema in use that differs. */
export type ChangedSchema = { readonly use: SchemaUse; readonly changes: readonly SchemaChange[] };

export type Delta = { readonly facts: readonly Fact[]; readonly schemas: readonly ChangedSchema[] };

export function compareDocuments(documents: Sides<Document>): Delta {
  const known: KnownSpots = new Map();
  const compare = (use: SchemaUse): ChangedSchema => ({
    use,
    changes: compareSchemas(use.base, use.head, use.direction, known),
  });
  const differences = [...compareRoots(documents), ...compareOperations(documents)];
  const used = differences.filter(isSchema).map(compare);
  const components = [...compareComponents(documents, used)];
  const schemas = [...used, ...components.filter(isSchema).map(compare)];
  return {
    facts: [...differences, ...components].filter(isFact),
    schemas: schemas.filter(({ changes }) => changes.length > 0),
  };
}

function isSchema(difference: Difference): difference is SchemaUse {
  return difference.thing === "schema";
}

function isFact(difference: Difference): difference is Fact {
  return difference.thing !== "schema";
}

function* compareRoots(documents: Sides<Document>): Generator<Fact> {
  const roots = mapSides(documents, rootOf);
  const subject = "document";
  yield* compareTexts(roots, NO_OPERATION, subject);
  yield* compareTexts(membersAt(roots, "info"), NO_OPERATION, subject);
  const keyword = "openapi";
  const [was, now] = [documents.base.root[keyword], documents.head.root[keyword]];
  if (was === now) return;
  const fact = {
    ...membersAt(roots, keyword),
    operation: NO_OPERATION,
    direction: "both",
    keyword,
    subject,
    was,
    now,
  } as const;
  yield { ...fact, thing: "document", change: "version" };
}
