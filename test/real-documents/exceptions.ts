import { isRecord, type JsonRecord } from "../../scripts/json/pointer.js";
import { listOf, omit, recordOf, typesOf } from "../../scripts/pipeline/types/keywords.js";
import { mapParts } from "../../scripts/spec/structure.js";

/** Where a type says something else than its schema, and cannot do better. */
type Exception = {
  readonly why: string;
  /** The schema with what is left of it in a type: whatever it still refuses the type refuses too. */
  readonly weaken?: (schema: JsonRecord) => JsonRecord;
  /** The schema with what its type asks for beyond it: whatever it accepts then the type takes. */
  readonly strengthen?: (schema: JsonRecord) => JsonRecord;
};

const LIMITS =
  "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern format " +
  "minItems maxItems uniqueItems minProperties maxProperties";

const CONDITIONS =
  "not if then else dependentRequired dependentSchemas propertyNames contains unevaluatedItems";

export const EXCEPTIONS: readonly Exception[] = [
  {
    why: "a type has no ranges, lengths, counts, patterns and formats",
    weaken: (schema) => omit(schema, ...LIMITS.split(" ")),
  },
  { why: "TypeScript has numbers, and no integers", weaken: writeNumbers },
  { why: "a union takes what several of its members take", weaken: openChoice },
  {
    why: "a type says nothing of what must not be, and nothing under a condition",
    weaken: (schema) => omit(schema, ...CONDITIONS.split(" ")),
  },
  {
    why: "an index signature covers the names that are listed too",
    weaken: writeIndex,
  },
  {
    why: "a schema without a type takes whatever its keywords do not speak of, and its type is what they speak of",
    strengthen: addType,
  },
  {
    why: "where all names are optional, a value that has others and none of them is taken for a mistake",
    strengthen: askForName,
  },
];

/** Of names that no schema has this is no matter. */
const OPEN_NAMES: Exception = {
  why: "among the members of a union or an intersection the names of all of them are known",
  weaken: (schema) =>
    omit(schema, ...["additionalProperties", "unevaluatedProperties"].filter((key) => schema[key] === false)),
};

/** The document as its types read it. */
export function weaken(document: JsonRecord): JsonRecord {
  return weakenNames(change(document, (schema) => OPEN_NAMES.weaken?.(schema) ?? schema));
}

/** The same, with objects closed where they were: against names that no schema of the document has. */
export function weakenNames(document: JsonRecord): JsonRecord {
  return change(document, (schema) =>
    EXCEPTIONS.reduce((changed, exception) => exception.weaken?.(changed) ?? changed, schema),
  );
}

/** The document as its types ask more of a value. */
export function strengthen(document: JsonRecord): JsonRecord {
  return change(document, (schema) =>
    EXCEPTIONS.reduce((changed, exception) => exception.strengthen?.(changed) ?? changed, schema),
  );
}

function change(document: JsonRecord, rewrite: (schema: JsonRecord) => JsonRecord): JsonRecord {
  return mapParts(document, (value, kind) => (kind === "schema" ? rewrite(value) : value));
}

function writeNumbers(schema: JsonRecord): JsonRecord {
  const types = typesOf(schema);
  if (!types?.includes("integer")) return schema;
  const numbers = [...new Set(types.map((type) => (type === "integer" ? "number" : type)))];
  return { ...schema, type: Array.isArray(schema["type"]) ? numbers : numbers[0] };
}

function openChoice(schema: JsonRecord): JsonRecord {
  const { oneOf, anyOf, allOf, ...rest } = schema;
  if (oneOf === undefined) return schema;
  const parts = [...listOf(allOf), ...(anyOf === undefined ? [] : [{ anyOf }])];
  return { ...rest, anyOf: oneOf, ...(parts.length === 0 ? {} : { allOf: parts }) };
}

function writeIndex(schema: JsonRecord): JsonRecord {
  const { patternProperties, additionalProperties, properties } = schema;
  const patterns = Object.values(recordOf(patternProperties));
  if (patterns.length === 0 && !isRecord(additionalProperties)) return schema;
  const others = additionalProperties === false ? [] : [additionalProperties ?? true];
  const values = [...patterns, ...others, ...Object.values(recordOf(properties))];
  return { ...omit(schema, "patternProperties"), additionalProperties: { anyOf: values } };
}

const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  object: ["properties", "required", "additionalProperties", "patternProperties"],
  array: ["items", "prefixItems"],
};

function addType(schema: JsonRecord): JsonRecord {
  if (schema["type"] !== undefined || schema["$ref"] !== undefined) return schema;
  const found = Object.entries(SUBJECTS).find(([, keywords]) =>
    keywords.some((key) => schema[key] !== undefined),
  );
  return found ? { ...schema, type: found[0] } : schema;
}

function askForName(schema: JsonRecord): JsonRecord {
  const names = Object.keys(recordOf(schema["properties"]));
  if (names.length === 0) return schema;
  // In other words than `required`, of which the direction of a message takes names away.
  const others = { propertyNames: { not: { enum: names } } };
  const asked = { anyOf: [{ maxProperties: 0 }, { not: others }] };
  return { ...schema, allOf: [...listOf(schema["allOf"]), asked] };
}
