import { PASS } from "../plan/plan.js";
import type { Vocabulary } from "../schema/vocabularies.js";
import type { Keyword } from "./keyword.js";

/** Keywords that say something to a reader and nothing of an instance. */
const NAMES = {
  core: ["$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment", "$defs", "definitions"],
  "meta-data": ["title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples"],
  content: ["contentEncoding", "contentMediaType", "contentSchema"],
  // OpenAPI 3.1.1 §4.8.24: the base vocabulary beside JSON Schema's own.
  applicator: ["discriminator", "xml", "externalDocs", "example"],
} as const satisfies Partial<Record<Vocabulary, readonly string[]>>;

export const annotations: readonly Keyword[] = Object.entries(NAMES).map(([vocabulary, names]) => ({
  names,
  // Object.entries widens the keys of a table whose type lists them.
  vocabulary: vocabulary as keyof typeof NAMES,
  holds: { $defs: "map", definitions: "map", contentSchema: "schema" },
  lower: () => PASS,
}));
