import fc from "fast-check";
import { isRecord, localPointer, readPointer, type JsonRecord } from "../../scripts/json/pointer.js";
import { findProperty, listConjuncts, type Resolve } from "../../scripts/pipeline/types/conjunction.js";
import { listOf, omit, recordOf, typesOf } from "../../scripts/pipeline/types/keywords.js";
import { readDialect } from "../../scripts/spec/dialect.js";
import { mapParts } from "../../scripts/spec/structure.js";

/**
 * Values that the schema at a pointer is likely to accept, in no more names than it has: `not` and conditions are not
 * read, and patterns are met by accident. Who asks a validator learns which are values.
 */
export function valuesOf(root: JsonRecord, pointer: string): fc.Arbitrary<unknown> {
  const { translate } = readDialect(root);
  const resolve: Resolve = (ref) => {
    const schema = readPointer(root, localPointer(ref) ?? "");
    return isRecord(schema)
      ? mapParts(schema, (value, kind) => (kind === "schema" ? translate(value) : value), "schema")
      : schema;
  };
  return valuesOfAll([resolve(`#${encodeURI(pointer)}`)], { resolve, depth: 0 });
}

type Context = {
  readonly resolve: Resolve;
  /** How many objects and lists are around the value. */
  readonly depth: number;
};

/** Deeper down only what is required is made, so that a schema that comes back to itself ends. */
const MAX_DEPTH = 4;

/** Values of several schemas at once; the alternatives are chosen before. */
function valuesOfAll(schemas: readonly unknown[], context: Context): fc.Arbitrary<unknown> {
  // Of a schema that requires itself there are no values.
  if (context.depth > 2 * MAX_DEPTH) return fc.constant(null);
  const parts = listConjuncts({ allOf: schemas }, context.resolve);
  const choices = parts
    .flatMap(({ anyOf, oneOf }) => [listOf(anyOf), listOf(oneOf)])
    .filter(({ length }) => length > 0);
  if (choices.length === 0) return valuesOfParts(parts, context);
  const chosen = fc.tuple(...choices.map((alternatives) => fc.constantFrom(...alternatives)));
  const plain = parts.map((part) => omit(part, "anyOf", "oneOf", "$ref", "allOf"));
  return chosen.chain((alternatives) => valuesOfAll([...plain, ...alternatives], context));
}

function valuesOfParts(parts: readonly JsonRecord[], context: Context): fc.Arbitrary<unknown> {
  const constant = parts.find((part) => Object.hasOwn(part, "const"));
  if (constant) return fc.constant(constant["const"]);
  const list = parts.map((part) => listOf(part["enum"])).find(({ length }) => length > 0);
  if (list) return fc.constantFrom(...list);
  const types = parts.map(typesOf).filter((some) => some !== undefined);
  const common = types[0]?.filter((type) => types.every((some) => some.includes(type))) ?? guessTypes(parts);
  return fc
    .constantFrom(...(common.length > 0 ? common : ["null"]))
    .chain((type) => VALUES[String(type)]?.(parts, context) ?? fc.constant(null));
}

/** What its keywords speak of is what a schema without a type is meant for. */
function guessTypes(parts: readonly JsonRecord[]): readonly string[] {
  const has = (...keys: readonly string[]): boolean =>
    parts.some((part) => keys.some((key) => part[key] !== undefined));
  if (has("properties", "required", "additionalProperties")) return ["object"];
  return has("items", "prefixItems") ? ["array"] : ["string", "integer", "boolean"];
}

type Values = (parts: readonly JsonRecord[], context: Context) => fc.Arbitrary<unknown>;

const VALUES: Readonly<Record<string, Values>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: (parts) => numbers(parts).map(Math.round),
  number: numbers,
  string: texts,
  array: lists,
  object: objects,
};

function numbers(parts: readonly JsonRecord[]): fc.Arbitrary<number> {
  const min = Math.max(
    ...limits(parts, "minimum"),
    ...limits(parts, "exclusiveMinimum").map((limit) => limit + 1),
  );
  const max = Math.min(
    ...limits(parts, "maximum"),
    ...limits(parts, "exclusiveMaximum").map((limit) => limit - 1),
  );
  const from = Number.isFinite(min) ? min : Math.min(0, max);
  return fc.integer({ min: 0, max: 20 }).map((more) => Math.min(from + more, max));
}

function limits(parts: readonly JsonRecord[], keyword: string): readonly number[] {
  return parts.map((part) => part[keyword]).filter((limit) => typeof limit === "number");
}

const FORMATS: Readonly<Record<string, string>> = {
  date: "2026-01-05",
  "date-time": "2026-01-05T06:07:08Z",
  email: "a@example.com",
  uri: "https://example.com/a",
  uuid: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
};

function texts(parts: readonly JsonRecord[]): fc.Arbitrary<unknown> {
  const given = parts
    .flatMap((part) => [part["example"], part["default"]])
    .filter((value) => typeof value === "string");
  const formats = parts.map(({ format }) => FORMATS[String(format)]).filter((value) => value !== undefined);
  const found = [...given, ...formats];
  if (found.length > 0) return fc.constantFrom(...found);
  const [min, max] = [
    Math.max(1, ...limits(parts, "minLength")),
    Math.min(60, ...limits(parts, "maxLength")),
  ];
  return fc
    .constantFrom("a", "lorem ipsum", "7")
    .map((text) => text.padEnd(min, "a").slice(0, Math.max(min, max)));
}

function lists(parts: readonly JsonRecord[], { resolve, depth }: Context): fc.Arbitrary<unknown> {
  const heads = parts.map(({ prefixItems }) => listOf(prefixItems)).find(({ length }) => length > 0) ?? [];
  const items = parts.map((part) => part["items"]).filter((schema) => schema !== undefined);
  const min = Math.max(heads.length, ...limits(parts, "minItems"));
  const max = Math.max(min, depth >= MAX_DEPTH ? 0 : Math.min(2, ...limits(parts, "maxItems")));
  return fc
    .integer({ min, max })
    .chain((length) =>
      fc.tuple(
        ...Array.from({ length }, (_, i) =>
          valuesOfAll(heads[i] === undefined ? items : [heads[i]], { resolve, depth: depth + 1 }),
        ),
      ),
    );
}

function objects(parts: readonly JsonRecord[], { resolve, depth }: Context): fc.Arbitrary<unknown> {
  const required = [...new Set(parts.flatMap((part) => listOf(part["required"]).map(String)))];
  const described = parts.flatMap(({ properties }) => Object.keys(recordOf(properties)));
  const optional = described.filter(
    (name) => !required.includes(name) && findProperty(name, parts) !== false,
  );
  const value = (name: string): fc.Arbitrary<unknown> => {
    const schemas = parts
      .map(({ properties }) => recordOf(properties)[name])
      .filter((schema) => schema !== undefined);
    return fc.constant(schemas).chain((all) => valuesOfAll(all, { resolve, depth: depth + 1 }));
  };
  return fc.subarray(depth >= MAX_DEPTH ? [] : optional).chain((chosen) => {
    const names = [...new Set([...required, ...chosen])];
    return fc
      .tuple(...names.map(value))
      .map((values) => Object.fromEntries(names.map((name, i) => [name, values[i]])));
  });
}
