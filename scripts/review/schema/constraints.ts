/** What the schemas at one spot of a value ask for together, references and `allOf` followed. */
import { itemsOf, memberOf } from "../../json/place.js";
import type { Place } from "../document/document.js";
import type { Direction } from "../../json/direction.js";
import {
  declaredNames,
  keywordPlace,
  partsOf,
  propertyNode,
  readRecord,
  type Schemas,
  type Part,
} from "./flatten.js";
import { canonicalText, type JsonType } from "../../json/value.js";

export type Bound = { readonly value: number; readonly exclusive: boolean };

export type Group = {
  readonly keyword: "anyOf" | "oneOf";
  readonly branches: readonly Place[];
  readonly place: Place;
};

/** What the schemas of a node ask for together, as far as it can be read off without the combinators. */
export type Constraints = {
  readonly parts: readonly Part[];
  readonly types: ReadonlySet<JsonType>;
  /** Values of `enum` and `const` that all parts allow; undefined when no part lists any. */
  readonly values: readonly unknown[] | undefined;
  readonly lower: Bound | undefined;
  readonly upper: Bound | undefined;
  readonly required: ReadonlyMap<string, Place>;
  readonly names: readonly string[];
  readonly groups: readonly Group[];
};

const JSON_TYPES: readonly JsonType[] = ["null", "boolean", "object", "array", "string", "number"];

export function constraintsOf(node: Schemas, direction: Direction): Constraints {
  return constraintsOfParts(partsOf(node), direction);
}

export function constraintsOfParts(parts: readonly Part[], direction: Direction): Constraints {
  const types = readTypes(parts);
  const whole = types.has("integer");
  return {
    parts,
    types,
    values: readValues(parts),
    lower: readBound(parts, "minimum", "exclusiveMinimum", whole),
    upper: readBound(parts, "maximum", "exclusiveMaximum", whole),
    required: readRequired(parts, direction),
    names: declaredNames(parts),
    groups: parts.flatMap(readGroups),
  };
}

/** The largest (for a least allowed) or smallest (for a most allowed) of what the parts say. */
export function readLimit(parts: readonly Part[], keyword: string): number | undefined {
  const limits = readAll(parts, keyword).filter((value) => typeof value === "number");
  if (limits.length === 0) return undefined;
  return keyword.startsWith("min") ? Math.max(...limits) : Math.min(...limits);
}

/** Every value that the parts give a keyword. */
export function readAll(parts: readonly Part[], keyword: string): unknown[] {
  return parts.flatMap(({ schema }) => (schema[keyword] === undefined ? [] : [schema[keyword]]));
}

export function readTexts(parts: readonly Part[], keyword: string): string[] {
  const texts = readAll(parts, keyword).filter((value) => typeof value === "string");
  return [...new Set(texts)].toSorted();
}

function readTypes(parts: readonly Part[]): ReadonlySet<JsonType> {
  const sets = readAll(parts, "type").map((type) => new Set<unknown>(Array.isArray(type) ? type : [type]));
  const allowed = JSON_TYPES.filter((type) => sets.every((set) => set.has(type)));
  const isWhole = sets.every((set) => set.has("number") || set.has("integer")) && !allowed.includes("number");
  return new Set(isWhole ? [...allowed, "integer"] : allowed);
}

function readValues(parts: readonly Part[]): readonly unknown[] | undefined {
  const lists = parts.flatMap(({ schema }) => [
    ...(Array.isArray(schema["enum"]) ? [schema["enum"] as readonly unknown[]] : []),
    ...("const" in schema ? [[schema["const"]]] : []),
  ]);
  const [first, ...others] = lists;
  const texts = others.map((list) => new Set(list.map(canonicalText)));
  return first?.filter((value) => texts.every((set) => set.has(canonicalText(value))));
}

/** The tightest bound. On integers an exclusive or broken bound is rounded: `> 0`, `>= 0.5` and `>= 1` are one. */
function readBound(parts: readonly Part[], closed: string, open: string, whole: boolean): Bound | undefined {
  const sign = closed === "minimum" ? 1 : -1;
  const bounds = [
    ...readNumbers(parts, closed).map((value) => ({ value, exclusive: false })),
    ...readNumbers(parts, open).map((value) => ({ value, exclusive: true })),
  ].map((bound) => (whole ? roundBound(bound, sign) : bound));
  bounds.sort((a, b) => sign * (b.value - a.value) || Number(b.exclusive) - Number(a.exclusive));
  return bounds[0];
}

function roundBound({ value, exclusive }: Bound, sign: 1 | -1): Bound {
  const inward = sign * Math.ceil(sign * value);
  return { value: exclusive && inward === value ? value + sign : inward, exclusive: false };
}

function readNumbers(parts: readonly Part[], keyword: string): number[] {
  return readAll(parts, keyword).filter((value) => typeof value === "number");
}

/** OpenAPI 3.1 Schema Object: `readOnly` leaves `required` in requests, `writeOnly` in responses. */
function readRequired(parts: readonly Part[], direction: Direction): ReadonlyMap<string, Place> {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const required = new Map<string, Place>();
  for (const part of parts) {
    const names = part.schema["required"];
    const places = itemsOf(memberOf(part.place, "required"));
    if (!Array.isArray(names)) continue;
    for (const [index, name] of names.entries()) {
      const isFree = partsOf(propertyNode(parts, name)).some(({ schema }) => schema[mark] === true);
      if (!isFree && !required.has(name)) required.set(name, places[index] ?? part.place);
    }
  }
  return required;
}

function readGroups(part: Part): Group[] {
  return (["anyOf", "oneOf"] as const).flatMap((keyword) => {
    const branches = keyword in part.schema ? itemsOf(memberOf(part.place, keyword)) : [];
    return branches.length > 0 ? [{ keyword, branches, place: keywordPlace(part, keyword) }] : [];
  });
}

/** Names whose patterns a part covers. */
export function patternNames(parts: readonly Part[]): string[] {
  return [...new Set(parts.flatMap(({ schema }) => Object.keys(readRecord(schema["patternProperties"]))))];
}
