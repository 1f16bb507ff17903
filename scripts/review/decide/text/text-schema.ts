/** A schema of the texts that the values of a parameter's or header's schema are written as. */
import type { Direction } from "../../../json/direction.js";
import { itemsOf, memberOf } from "../../../json/place.js";
import type { JsonRecord } from "../../../json/pointer.js";
import type { Place } from "../../document/document.js";
import type { TextForm } from "../../differ/message.js";
import { readKeyword } from "../../keywords/index.js";
import { acceptsEverything } from "../../keywords/comparison.js";
import { constraintsOf, readAll, readLimit, type Constraints } from "../../schema/constraints.js";
import { itemNode, partsOf, propertyNode, type Part, type Schemas } from "../../schema/flatten.js";
import { listNumerals, type TextRole } from "./numerals.js";
import { limitText, separatorOf } from "./text-form.js";

type Reading = {
  readonly form: TextForm;
  readonly role: TextRole;
  readonly direction: Direction;
  /** Whether a list in one text counts as that text. */
  readonly joins: boolean;
};

/** Keywords of which the texts can be told. */
const SCALAR = ["type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "format"]; // prettier-ignore
const NESTING = ["items", "minItems", "maxItems", "uniqueItems", "properties", "required", "additionalProperties", "minProperties", "maxProperties"]; // prettier-ignore
const KNOWN = new Set([...SCALAR, ...NESTING, "$ref", "allOf"]);
const OF_STRINGS = ["minLength", "maxLength", "pattern", "format"];

/** Alternatives and members of schemas are followed this far. */
const MAX_DEPTH = 8;

/** The schema whose values are `Texts`; undefined where a keyword says what cannot be told of texts. */
export function readTextSchema(schemas: Schemas, reading: Reading): JsonRecord | undefined {
  const alternatives = listAlternatives(schemas, reading, 0);
  if (alternatives === undefined) return undefined;
  return { anyOf: alternatives.map(({ isText, schema }) => (isText ? listOfOne(schema) : schema)) };
}

type Alternative = { readonly isText: boolean; readonly schema: JsonRecord };

function listOfOne(schema: JsonRecord): JsonRecord {
  return { type: "array", prefixItems: [schema], items: false, minItems: 1 };
}

function listAlternatives(
  schemas: Schemas,
  reading: Reading,
  depth: number,
): readonly Alternative[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const branches = readBranches(partsOf(schemas));
  if (branches !== undefined) {
    const all = branches.map((branch) => listAlternatives([branch], reading, depth + 1));
    return all.every((each) => each !== undefined) ? all.flat() : undefined;
  }
  const constraints = constraintsOf(schemas, reading.direction);
  if (!constraints.parts.every(isReadable)) return undefined;
  const nested = [readList, readObject].map((read) => read(constraints, reading, depth));
  if (nested.includes(undefined)) return undefined;
  const texts = listTexts(constraints, reading).map((schema) => ({ isText: true, schema }));
  return [...texts, ...nested.flatMap((each) => each ?? [])];
}

/** The alternatives of a schema that has nothing beside them. */
function readBranches(parts: readonly Part[]): readonly Place[] | undefined {
  const saying = parts.filter(({ schema }) => Object.keys(schema).some((keyword) => !isSilent(keyword)));
  const [only] = saying;
  if (only === undefined || saying.length > 1) return undefined;
  const [keyword, ...others] = Object.keys(only.schema).filter((each) => !isSilent(each));
  if (others.length > 0 || (keyword !== "anyOf" && keyword !== "oneOf")) return undefined;
  return itemsOf(memberOf(only.place, keyword));
}

function isReadable({ schema }: Part): boolean {
  return Object.keys(schema).every((keyword) => KNOWN.has(keyword) || isSilent(keyword));
}

function isSilent(keyword: string): boolean {
  return readKeyword(keyword).kind === "annotation" && !KNOWN.has(keyword);
}

/** The texts of values without members. */
function listTexts(constraints: Constraints, { role, form }: Reading): readonly JsonRecord[] {
  const { types, values, parts } = constraints;
  const booleans = [true, false].filter((value) => values === undefined || values.includes(value));
  const said = OF_STRINGS.flatMap((keyword) =>
    readAll(parts, keyword).map((value) => ({ [keyword]: value })),
  );
  const listed = values === undefined ? [] : [{ enum: values.filter((value) => typeof value === "string") }];
  const all = [
    ...(types.has("string") ? [{ type: "string", allOf: [...said, ...listed] }] : []),
    ...(types.has("boolean") ? [{ enum: booleans.map(String) }] : []),
    ...listNumerals(constraints, role),
  ];
  return role === "taken"
    ? all
    : all.map((schema) => ({ allOf: [schema, { type: "string", ...limitText(form) }] }));
}

/** Lists; one without a type that says so is not sent, and is taken all the same. */
function readList(
  constraints: Constraints,
  reading: Reading,
  depth: number,
): readonly Alternative[] | undefined {
  const { types, values, parts } = constraints;
  if (values !== undefined) return [];
  const joined = joinTexts(constraints, reading);
  if (!types.has("array") || (isOpen(constraints) && reading.role === "sent")) return joined;
  const items = readMember(itemNode(parts, undefined), reading, depth);
  if (items === undefined) return undefined;
  const schema = {
    type: "array",
    items,
    minItems: Math.max(1, readLimit(parts, "minItems") ?? 0),
    ...pickLimit(parts, "maxItems"),
    uniqueItems: readAll(parts, "uniqueItems").includes(true),
  };
  return [{ isText: false, schema }, ...joined];
}

/** Where the items of a list stand in one text, whoever takes any text takes any list. */
function joinTexts({ types, parts }: Constraints, { role, form, joins }: Reading): readonly Alternative[] {
  const isFree = types.has("string") && OF_STRINGS.every((keyword) => readAll(parts, keyword).length === 0);
  if (role === "sent" || !joins || !isFree || separatorOf(form) === undefined) return [];
  return [{ isText: false, schema: { type: "array", items: { type: "string" } } }];
}

function readObject(
  constraints: Constraints,
  reading: Reading,
  depth: number,
): readonly Alternative[] | undefined {
  const { types, values, parts, names, required } = constraints;
  if (values !== undefined || !types.has("object") || (isOpen(constraints) && reading.role === "sent"))
    return [];
  const members = names.map((name) => [name, readMember(propertyNode(parts, name), reading, depth)] as const);
  const isClosed = readAll(parts, "additionalProperties").includes(false);
  // An explicit `true` is the same silence as none.
  const rest = isClosed
    ? []
    : propertyNode(parts, undefined).filter(({ value }) => !acceptsEverything(value));
  const others = rest.length === 0 ? !isClosed : readMember(rest, reading, depth);
  if (others === undefined || members.some(([, member]) => member === undefined)) return undefined;
  const schema = {
    type: "object",
    properties: Object.fromEntries(members),
    required: [...required.keys()],
    ...(others !== true && { additionalProperties: others }),
    minProperties: Math.max(1, readLimit(parts, "minProperties") ?? 0),
    ...pickLimit(parts, "maxProperties"),
  };
  return [{ isText: false, schema }];
}

function readMember(schemas: Schemas, reading: Reading, depth: number): JsonRecord | undefined {
  // What nobody describes is taken, whatever it is.
  if (schemas.length === 0 && reading.role === "taken") return {};
  const alternatives = listAlternatives(schemas, reading, depth + 1);
  return alternatives && { anyOf: alternatives.map(({ schema }) => schema) };
}

function isOpen({ types }: Constraints): boolean {
  return types.size >= 6;
}

function pickLimit(parts: readonly Part[], keyword: string): JsonRecord {
  const limit = readLimit(parts, keyword);
  return limit === undefined ? {} : { [keyword]: limit };
}
