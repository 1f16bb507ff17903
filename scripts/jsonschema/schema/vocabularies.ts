import type { Keyword, SchemaObject, Vocabulary } from "../keywords/keyword.js";
import { isRecord } from "../../json/pointer.js";
import { withoutFragment, type Place, type Registry } from "./registry.js";

/** The vocabularies in force for a schema (JSON Schema Core §8.1.2), or `undefined` for all of them. */
export function vocabulariesOf(place: Place, registry: Registry): ReadonlySet<string> | undefined {
  const resource = registry.resources.get(place.base)?.schema;
  const document = registry.documents.get(place.document);
  const dialect = [resource, document].map(dialectOf).find((uri) => uri !== undefined);
  const metaSchema =
    dialect === undefined ? undefined : registry.resources.get(withoutFragment(dialect))?.schema;
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
  schema: SchemaObject,
  keyword: Keyword,
  known: ReadonlySet<string> | undefined,
): SchemaObject {
  if (!known) return schema;
  const isKnown = (vocabulary: Vocabulary): boolean =>
    vocabulary === "core" ||
    [...known].some((name) => name === vocabulary || name.startsWith(`${vocabulary}-`));
  const vocabularyOf = (name: string): Vocabulary => keyword.vocabularies?.[name] ?? keyword.vocabulary;
  const unknown = new Set(keyword.names.filter((name) => !isKnown(vocabularyOf(name))));
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !unknown.has(name)));
}
