import { isRecord, type JsonRecord } from "../../json/pointer.js";
import { withoutFragment, type PlacedSchema, type Registry } from "./registry.js";

export type Vocabulary =
  "core" | "applicator" | "unevaluated" | "validation" | "format" | "meta-data" | "content";

/** Names of keywords with the vocabularies that a meta-schema must list for them to count. */
export type VocabularyMembers = {
  readonly names: readonly string[];
  readonly vocabulary: Vocabulary;
  /** Names of another vocabulary than the others. */
  readonly vocabularies?: Readonly<Record<string, Vocabulary>>;
};

/** The vocabularies in force for a schema (JSON Schema Core §8.1.2), or `undefined` for all of them. */
export function vocabulariesOf(place: PlacedSchema, registry: Registry): ReadonlySet<string> | undefined {
  const resource = registry.resources.get(place.base)?.value;
  const dialect = [resource, place.document.root].map(dialectOf).find((uri) => uri !== undefined);
  const metaSchema =
    dialect === undefined ? undefined : registry.resources.get(withoutFragment(dialect))?.value;
  const listed = isRecord(metaSchema) ? metaSchema["$vocabulary"] : undefined;
  return isRecord(listed)
    ? new Set(Object.keys(listed).map((uri) => uri.slice(uri.lastIndexOf("/") + 1)))
    : undefined;
}

function dialectOf(schema: unknown): string | undefined {
  const dialect = isRecord(schema) ? schema["$schema"] : undefined;
  return typeof dialect === "string" ? dialect : undefined;
}

/** The part of a schema whose keywords its dialect knows. */
export function inVocabularies(
  schema: JsonRecord,
  { names, vocabulary, vocabularies }: VocabularyMembers,
  known: ReadonlySet<string> | undefined,
): JsonRecord {
  if (!known) return schema;
  const isKnown = (wanted: Vocabulary): boolean =>
    wanted === "core" || [...known].some((name) => name === wanted || name.startsWith(`${wanted}-`));
  const unknown = new Set(names.filter((name) => !isKnown(vocabularies?.[name] ?? vocabulary)));
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !unknown.has(name)));
}
