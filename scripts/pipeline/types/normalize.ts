// openapi-typescript writes some combinations of keywords as other types than what they accept. Each is rewritten to a
// combination that means the same, and that it writes as it is; a schema without them stays as it is, byte for byte.

import { isRecord, readMember, type JsonRecord } from "../../json/pointer.js";
import { canonicalText, distinct, hasJsonType, type JsonType } from "../../json/value.js";
import { findProperty, listConjuncts, type Resolve } from "./conjunction.js";
import {
  annotationsOf,
  listOf,
  NEVER,
  omit,
  recordOf,
  shownKeywords,
  typesOf,
  withoutAnnotations,
} from "./keywords.js";

type Rule = (schema: JsonRecord, resolve: Resolve) => JsonRecord;

/** In the order in which they are applied. */
const RULES: readonly Rule[] = [
  shownKeywords,
  openObject,
  writeTuple,
  writeIndex,
  writeLiterals,
  completeRequired,
  completeBranches,
  separate,
];

/** One schema of 2020-12, whose inner ones have been normalized before. */
export function normalizeSchema(schema: JsonRecord, resolve: Resolve): JsonRecord {
  return RULES.reduce((changed, rule) => rule(changed, resolve), schema);
}

const OBJECT_KEYWORDS = ["properties", "additionalProperties", "patternProperties"] as const;

/** An object of which nothing is said has any properties; the library takes it for one that has none. */
function openObject(schema: JsonRecord): JsonRecord {
  const isSilent =
    Object.keys(recordOf(schema["properties"])).length === 0 &&
    schema["additionalProperties"] === undefined &&
    schema["unevaluatedProperties"] !== false &&
    schema["patternProperties"] === undefined;
  const isObject = typesOf(schema)?.includes("object") === true;
  const isAlone = ["allOf", "anyOf", "oneOf", "enum", "const", "required"].every(
    (key) => schema[key] === undefined,
  );
  return isSilent && isObject && isAlone ? { ...schema, additionalProperties: true } : schema;
}

/** A list may be shorter than its `prefixItems`, or longer (JSON Schema Core §10.3.1.1); a tuple may not. */
function writeTuple(schema: JsonRecord): JsonRecord {
  const { prefixItems, items, minItems, maxItems, ...rest } = schema;
  const { length } = listOf(prefixItems);
  if (prefixItems === undefined || length === 0)
    return items === false ? { ...schema, items: NEVER } : schema;
  const isClosed = items === false || (typeof maxItems === "number" && maxItems <= length);
  if (isClosed && typeof minItems === "number" && minItems >= length) return schema;
  if (!isClosed && (items === undefined || items === true)) return { ...rest, items: {} };
  const others = isClosed ? [] : [items];
  return { ...rest, items: { anyOf: distinct([...listOf(prefixItems), ...others].map(asSchema)) } };
}

/** Names that are not listed, in one index signature: it covers those that are listed too. */
function writeIndex(schema: JsonRecord): JsonRecord {
  const { additionalProperties, patternProperties, ...rest } = schema;
  const properties = Object.values(recordOf(schema["properties"]));
  const patterns = Object.values(recordOf(patternProperties));
  const isPlain = patterns.length === 0 && (properties.length === 0 || !isRecord(additionalProperties));
  if (isPlain) return patternProperties === undefined ? schema : omit(schema, "patternProperties");
  const others = additionalProperties === false ? [] : [additionalProperties ?? true];
  if (others.some((other) => other === true || isEmpty(other)))
    return { ...rest, additionalProperties: true };
  const values = distinct([...patterns, ...others, ...properties].map(asSchema));
  const [only] = values;
  return { ...rest, additionalProperties: values.length === 1 ? only : { anyOf: values } };
}

/** Of a list of values only those of an allowed type count; the library adds null to them, and passes over a null. */
function writeLiterals(schema: JsonRecord): JsonRecord {
  const { enum: list, const: constant, ...rest } = schema;
  if (list === undefined && !Object.hasOwn(schema, "const")) return schema;
  const types = typesOf(schema);
  const isConstant = (value: unknown): boolean => canonicalText(value) === canonicalText(constant);
  const all = list === undefined ? [constant] : listOf(list);
  const both = list !== undefined && Object.hasOwn(schema, "const") ? all.filter(isConstant) : all;
  // The struct rule of the linter has seen the list of types.
  const values = both.filter(
    (value) => types === undefined || hasJsonType(value, types as readonly JsonType[]),
  );
  const others = omit(rest, ...OBJECT_KEYWORDS, "required", "items", "prefixItems");
  if (values.length === 0) return { ...omit(others, "type"), ...NEVER };
  if (list === undefined && constant !== null) return { ...omit(others, "type"), const: constant };
  const hasNull = values.includes(null);
  const named = types?.filter((type) => type !== "object" && (hasNull || type !== "null")) ?? [];
  const [only] = named;
  // The type stands in the comment, and must not bring null with it.
  const type = named.length === 0 ? {} : { type: named.length === 1 ? only : named };
  return { ...omit(others, "type"), ...type, enum: values };
}

/** What is required and has no schema beside it: the library passes over it unless a part has it by itself. */
function completeRequired(schema: JsonRecord, resolve: Resolve): JsonRecord {
  if (requiredOf(schema).every((name) => Object.hasOwn(recordOf(schema["properties"]), name))) return schema;
  const parts = listConjuncts(schema, resolve);
  const handled = isWhole(schema)
    ? listOf(schema["allOf"]).map((part) => propertiesOfPart(part, resolve))
    : [];
  const isHandled = (name: string): boolean => handled.some((properties) => Object.hasOwn(properties, name));
  const missing = requiredOf(schema).filter(
    (name) => !Object.hasOwn(recordOf(schema["properties"]), name) && !isHandled(name),
  );
  if (missing.length === 0) return schema;
  const found = missing.map((name) => [name, withoutAnnotations(findProperty(name, parts) ?? {})]);
  return { ...schema, properties: { ...recordOf(schema["properties"]), ...Object.fromEntries(found) } };
}

/** What the library finds in a part of `allOf`. */
function propertiesOfPart(part: unknown, resolve: Resolve): JsonRecord {
  const { $ref } = recordOf(part);
  const target = recordOf(typeof $ref === "string" ? resolve($ref) : part);
  return isWhole(target) ? recordOf(target["properties"]) : {};
}

/** Whether a schema keeps its keywords together when it is separated from its alternatives. */
function isWhole(schema: JsonRecord): boolean {
  return (
    ["$ref", "anyOf", "oneOf", "enum", "const"].every((key) => schema[key] === undefined) &&
    !Array.isArray(schema["type"])
  );
}

/** A part or an alternative that only asks for names has the schemas of what stands beside it. */
function completeBranches(schema: JsonRecord, resolve: Resolve): JsonRecord {
  const keywords = ["allOf", "anyOf", "oneOf"].filter((keyword) => schema[keyword] !== undefined);
  if (keywords.length === 0) return schema;
  const parts = listConjuncts(schema, resolve).filter(({ properties }) => properties !== undefined);
  const complete = (branch: unknown): unknown => {
    if (!isRecord(branch) || !isRecord(branch["properties"])) return branch;
    const properties = Object.entries(branch["properties"]).map(([name, inner]) => {
      const outer = isEmpty(inner) ? findProperty(name, parts.filter(hasMore(name))) : undefined;
      return [name, outer === undefined ? inner : withoutAnnotations(outer)];
    });
    return { ...branch, properties: Object.fromEntries(properties) };
  };
  const changed = keywords.map((keyword) => [keyword, listOf(schema[keyword]).map(complete)]);
  return { ...schema, ...Object.fromEntries(changed) };
}

/** Whether a part says anything of a property. */
function hasMore(name: string): (part: JsonRecord) => boolean {
  return ({ properties }) => {
    const property = readMember(properties, name);
    return property !== undefined && !isEmpty(property);
  };
}

/** Keywords beside each other all hold (JSON Schema Core §7.7.1.1), where the library takes some for one choice. */
function separate(schema: JsonRecord): JsonRecord {
  const { $ref, anyOf, oneOf, allOf, ...rest } = schema;
  const isMany = Array.isArray(schema["type"]) && allOf !== undefined;
  const joined = [$ref, anyOf, oneOf, schema["enum"], schema["const"]];
  if (!isMany && joined.every((keyword) => keyword === undefined)) return schema;
  const annotations = annotationsOf(schema);
  const core = omit(rest, ...Object.keys(annotations));
  const choices = [anyOf && { anyOf }, oneOf && { oneOf }].filter((part) => part !== undefined);
  // That a value is an object is said by what it holds.
  const isBare = Object.keys(omit(core, "type")).length === 0 && typesOf(core)?.includes("object") === true;
  const parts = [
    ...($ref === undefined ? [] : [{ $ref }]),
    ...(Object.keys(core).length === 0 || isBare ? [] : [core]),
    ...listOf(allOf),
    ...choices,
  ];
  if (parts.length < 2 && !(isBare && choices.length > 0)) return schema;
  const [only] = parts;
  return parts.length === 1 && isRecord(only)
    ? { ...annotations, ...only }
    : { ...annotations, allOf: parts };
}

function requiredOf({ required }: JsonRecord): readonly string[] {
  return listOf(required).filter((name) => typeof name === "string");
}

function isEmpty(schema: unknown): boolean {
  return isRecord(schema) && Object.keys(schema).length === 0;
}

function asSchema(schema: unknown): unknown {
  if (schema === true) return {};
  return schema === false ? NEVER : withoutAnnotations(schema);
}
