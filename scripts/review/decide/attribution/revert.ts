/** A document in which one change has not been made: what is refused there no longer was refused because of it. */
import { placeAt } from "../../../json/place.js";
import {
  appendPointer,
  isRecord,
  readPointer,
  splitPointer,
  type JsonRecord,
} from "../../../json/pointer.js";
import type { SchemaChange } from "../../differ/schemas/index.js";
import type { Document, Place, SideName } from "../../document/document.js";

/** Keywords that speak of the same, or that read each other. */
const FAMILIES: readonly (readonly string[])[] = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
  ["enum", "const"],
  ["prefixItems", "items"],
  ["contains", "minContains", "maxContains"],
  ["if", "then", "else"],
  ["anyOf", "oneOf"],
];

/** The document of the side `from` with the other side's words for one change; undefined where that cannot be written. */
export function revert(document: Document, change: SchemaChange, from: SideName): Document | undefined {
  const edit = findEdit(change, from);
  return edit && writeEdit(document, edit);
}

/** What is to be written, and where. */
export function findEdit(change: SchemaChange, from: SideName): Edit | undefined {
  const to = from === "base" ? "head" : "base";
  const ends = { own: change[from], other: change[to], around: change.around[from] };
  return chooseEdit(change, ends, change.around[to]);
}

export function writeEdit(document: Document, { pointer, value }: Edit): Document {
  return { ...document, root: writeAt(document.root, splitPointer(pointer), value) };
}

export type Edit = { readonly pointer: string; readonly value: unknown };
type Ends = {
  readonly own: Place | undefined;
  readonly other: Place | undefined;
  readonly around: Place | undefined;
};

function chooseEdit(change: SchemaChange, ends: Ends, opposite: Place | undefined): Edit | undefined {
  const { keyword, name, kind } = change;
  if (kind === "annotation") return undefined;
  if (name !== undefined)
    return keyword === "required" ? editRequired(name, ends) : editMember(keyword, name, ends);
  if (isBranch(ends.own, keyword) || isBranch(ends.other, keyword)) return editBranch(keyword, ends);
  if (isOfWhole(change)) return replaceWhole(ends);
  return editKeyword(keyword, ends, opposite);
}

function editRequired(name: string, { own, other, around }: Ends): Edit | undefined {
  if (own !== undefined) {
    const list = parentOf(own);
    const names: readonly unknown[] = Array.isArray(list.value) ? list.value : [];
    return { pointer: list.pointer, value: names.filter((each) => each !== name) };
  }
  if (other === undefined || around === undefined || !isRecord(around.value)) return undefined;
  const { required } = around.value;
  const names: readonly unknown[] = Array.isArray(required) ? required : [];
  return { pointer: around.pointer, value: { ...around.value, required: [...names, name] } };
}

function editMember(keyword: string, name: string, { own, other, around }: Ends): Edit | undefined {
  const owner = own && parentOf(parentOf(own));
  const schema = owner ?? around;
  if (schema === undefined || !isRecord(schema.value)) return undefined;
  const { [name]: _, ...rest } = isRecord(schema.value[keyword]) ? schema.value[keyword] : {};
  const members = other === undefined ? rest : { ...rest, [name]: other.value };
  return { pointer: schema.pointer, value: { ...schema.value, [keyword]: members } };
}

/** A branch that nothing matches is none. */
function editBranch(keyword: string, { own, other, around }: Ends): Edit | undefined {
  if (own !== undefined) return { pointer: own.pointer, value: false };
  if (around === undefined || other === undefined || !isRecord(around.value)) return undefined;
  const branches = around.value[keyword];
  if (!Array.isArray(branches)) return undefined;
  return {
    pointer: appendPointer(around.pointer, keyword),
    value: [...(branches as readonly unknown[]), other.value],
  };
}

function isBranch(place: Place | undefined, keyword: string): boolean {
  return place !== undefined && splitPointer(place.pointer).at(-2) === keyword && keyword.endsWith("Of");
}

/** Whether a schema is now one that accepts nothing, or was. */
function isOfWhole({ was, now }: SchemaChange): boolean {
  return was === false ? now === "schema" : was === "schema" && now === false;
}

function replaceWhole({ own, other }: Ends): Edit | undefined {
  return own && { pointer: own.pointer, value: other?.value ?? true };
}

function editKeyword(
  keyword: string,
  { own, other, around }: Ends,
  opposite: Place | undefined,
): Edit | undefined {
  const schema = schemaWith(own, keyword) ?? around;
  if (schema === undefined || !isRecord(schema.value)) return undefined;
  const source = schemaWith(other, keyword) ?? opposite;
  const family = FAMILIES.find((words) => words.includes(keyword)) ?? [keyword];
  const isOf = ([word]: readonly [string, unknown]): boolean => family.includes(word);
  const kept = Object.entries(translate(schema)).filter((entry) => !isOf(entry));
  const given = source === undefined ? [] : Object.entries(translate(source)).filter(isOf);
  return { pointer: schema.pointer, value: Object.fromEntries([...kept, ...given]) };
}

function translate({ document, value }: Place): JsonRecord {
  return isRecord(value) ? document.dialect.translate(value) : {};
}

/** The schema whose keyword stands at a place, or that stands there itself. */
function schemaWith(place: Place | undefined, keyword: string): Place | undefined {
  if (place === undefined) return undefined;
  const last = splitPointer(place.pointer).at(-1);
  const words = FAMILIES.find((family) => family.includes(keyword)) ?? [keyword];
  return last !== undefined && words.includes(last) ? parentOf(place) : place;
}

function parentOf({ document, pointer }: Place): Place {
  return placeAt(document, pointer.slice(0, pointer.lastIndexOf("/")));
}

/** A copy of a value that differs at one pointer; what lies beside the way is shared. */
function writeAt(root: JsonRecord, keys: readonly string[], value: unknown): JsonRecord {
  const written = write(root, keys, value);
  return isRecord(written) ? written : root;
}

function write(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(at)) return at.with(Number(key), write(at[Number(key)], rest, value));
  return isRecord(at) ? { ...at, [key]: write(readPointer(at, appendPointer("", key)), rest, value) } : at;
}
