/** What one version of OpenAPI means by the keywords of a schema. Nobody else knows one version from another. */
import type { JsonRecord } from "../json/pointer.js";

export type Dialect = {
  /** Whether `nullable` is a keyword. */
  readonly hasNullable: boolean;
  /** A schema in the keywords of JSON Schema 2020-12. Schemas inside of it stay as they are. */
  readonly translate: (schema: JsonRecord) => JsonRecord;
  /** Keywords of another version of OpenAPI that say nothing in this one, with what to write instead. */
  readonly foreignKeywords: ReadonlyMap<string, string>;
};

/** OpenAPI 3.0.4 §4.7.24: keywords of its own, and some of JSON Schema's with another meaning. */
const OPENAPI_30: Dialect = {
  hasNullable: true,
  translate: translateOpenApi30,
  foreignKeywords: new Map(),
};

/** OpenAPI 3.1 uses JSON Schema 2020-12 as it is (§4.8.24). */
const OPENAPI_31: Dialect = {
  hasNullable: false,
  translate: (schema) => schema,
  foreignKeywords: new Map([
    [
      "nullable",
      'is a word of OpenAPI 3.0 that means nothing in 3.1, where a value that may be null has "null" among its types',
    ],
  ]),
};

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ["3.0", OPENAPI_30],
  ["3.1", OPENAPI_31],
  // Its schemas are those of 3.1 (OpenAPI 3.2 §4.24); what else is new is left out.
  ["3.2", OPENAPI_31],
]);

/** Of every document of one version, the very same. A later version is read as far as the last of the table goes. */
export function readDialect({ openapi }: JsonRecord): Dialect {
  return findDialect(openapi) ?? OPENAPI_31;
}

/** Why the text in a document's field `openapi` is of no version that is read; undefined when it is. */
export function describeUnreadVersion(openapi: string): string | undefined {
  if (findDialect(openapi) !== undefined) return undefined;
  const versions = [...DIALECTS.keys()].map((version) => `${version}.x`);
  return `OpenAPI ${openapi} is not supported: ${new Intl.ListFormat("en").format(versions)} are`;
}

/** Fields that OpenAPI 3.2 has and 3.1 has not, and that are left out. */
const NEW_FIELDS: ReadonlySet<string> = new Set([
  "$self",
  "query",
  "additionalOperations",
  "mediaTypes",
  "itemSchema",
  "prefixEncoding",
  "itemEncoding",
  "dataValue",
  "serializedValue",
  "defaultMapping",
  "nodeType",
  "deviceAuthorization",
  "deviceAuthorizationUrl",
  "oauth2MetadataUrl",
]);

/** Fields that only describe: nothing is lost where they are not read. */
const NEW_TEXTS: ReadonlySet<string> = new Set(["summary", "kind", "parent", "name", "deprecated"]);

/** What is new in a document's version, of the fields that version 3.1 does not know; undefined in older versions. */
export function listNewFields(
  openapi: unknown,
  unknownFields: readonly string[],
): readonly string[] | undefined {
  if (!String(openapi).startsWith("3.2.")) return undefined;
  return [...new Set(unknownFields.filter((field) => NEW_FIELDS.has(field)))];
}

/** Whether a field that 3.1 does not know is one of 3.2. */
export function isNewField(openapi: unknown, field: string): boolean {
  return String(openapi).startsWith("3.2.") && (NEW_FIELDS.has(field) || NEW_TEXTS.has(field));
}

/** By major and minor version: patch versions mean the same (OpenAPI 3.1 §4.1). */
function findDialect(openapi: unknown): Dialect | undefined {
  const text = String(openapi);
  return [...DIALECTS].find(([version]) => text.startsWith(`${version}.`))?.[1];
}

function translateOpenApi30(schema: JsonRecord): JsonRecord {
  // §4.7.23: what stands beside a reference is ignored.
  if (typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const { nullable, ...rest } = schema;
  return translateLimit(
    "exclusiveMaximum",
    "maximum",
    translateLimit("exclusiveMinimum", "minimum", addNull(rest, nullable)),
  );
}

/** `nullable` without a `type` of the same schema means nothing. A list of types is read as 3.1 has it. */
function addNull(schema: JsonRecord, nullable: unknown): JsonRecord {
  const { type } = schema;
  if (nullable !== true || type === undefined) return schema;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return { ...schema, type: types.includes("null") ? types : [...types, "null"] };
}

/** The exclusive bounds are flags of the inclusive ones. */
function translateLimit(exclusive: string, inclusive: string, schema: JsonRecord): JsonRecord {
  if (typeof schema[exclusive] !== "boolean") return schema;
  const { [exclusive]: isExclusive, [inclusive]: limit, ...rest } = schema;
  if (limit === undefined) return rest;
  return { ...rest, [isExclusive === true ? exclusive : inclusive]: limit };
}

/** Whether OpenAPI 3.0 and a later version may mean different things by the same keywords of a schema. */
export function dependsOnVersion(schema: JsonRecord): boolean {
  const isFlagged = ["nullable", "exclusiveMinimum", "exclusiveMaximum"].some((key) => schema[key] === true);
  return isFlagged || ("$ref" in schema && Object.keys(schema).length > 1);
}
