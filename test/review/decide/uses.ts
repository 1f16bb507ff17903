import type { Direction } from "../../../scripts/json/direction.js";
import { placeAt } from "../../../scripts/json/place.js";
import { NO_OPERATION, type SchemaUse } from "../../../scripts/review/differ/facts.js";
import { readDocument } from "../../../scripts/review/document/document.js";

export type Pair = readonly [base: unknown, head: unknown, version?: string];

/** One schema on both sides, at the same place. */
export function describeUse([base, head, version = "3.1.0"]: Pair, direction: Direction = "request") {
  const toDocument = (schema: unknown, side: "base" | "head") =>
    readDocument({ openapi: version, components: { schemas: { A: schema } } }, side);
  const documents = { base: toDocument(base, "base"), head: toDocument(head, "head") };
  const placeIn = (side: "base" | "head") => [placeAt(documents[side], "/components/schemas/A")];
  const use: SchemaUse = {
    thing: "schema",
    base: placeIn("base"),
    head: placeIn("head"),
    operation: NO_OPERATION,
    part: { kind: "body", mediaType: "application/json" },
    subject: "request body",
    direction,
  };
  return { documents, use };
}
