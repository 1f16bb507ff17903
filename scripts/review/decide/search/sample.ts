import { readAlternatives } from "../../schema/alternatives.js";
import { memberOf } from "../../../json/place.js";
import type { Direction } from "../../../json/direction.js";
import {
  itemNode,
  matchesPattern,
  partsOf,
  propertyNode,
  subNode,
  type Schemas,
  type Part,
} from "../../schema/flatten.js";
import { FORMAT_SAMPLES } from "./format-samples.js";
import { distinct, type JsonType } from "../../../json/value.js";
import { boundaryNumbers, readNumbers } from "./boundary-values.js";
import type { SampleTexts } from "./sample-texts.js";
import {
  readAll,
  readLimit,
  readTexts,
  patternNames,
  constraintsOfParts,
  type Constraints,
} from "../../schema/constraints.js";

export type SampleContext = {
  readonly direction: Direction;
  readonly texts: SampleTexts;
  readonly depth: number;
  /** What was found for a node at a depth, in one search. */
  readonly samples: Map<string, readonly unknown[]>;
};

/** How deep optional members are filled in. */
const DEEPEST = 4;
/** How deep required members are filled in: a schema that needs itself has no value at all. */
const BOTTOM = 12;

/** Where no schema stands. */
const UNASKED: readonly unknown[] = ["a", 1, {}, [], null, true];

/** Values that should be valid: for each alternative the smallest, then the fullest. Validators have the last word. */
export function sampleNode(node: Schemas, context: SampleContext): readonly unknown[] {
  if (context.depth > BOTTOM) return [];
  if (node.length === 0) return UNASKED;
  // The two documents have pointers in common.
  const key = `${context.depth} ${node.map(({ document, pointer }) => `${document.side} ${pointer}`).join(" & ")}`;
  const known = context.samples.get(key);
  if (known !== undefined) return known;
  const variants = readVariants(node, context.direction).slice(0, 24);
  const samples = distinct(variants.flatMap((parts) => sampleParts(parts, context))).slice(0, 48);
  context.samples.set(key, samples);
  return samples;
}

/** The alternatives of a node, each with its conditions taken as met and as unmet. */
function readVariants(node: Schemas, direction: Direction): Part[][] {
  const alternatives = readAlternatives(node, direction, false) ?? [partsOf(node)];
  return alternatives.flatMap((parts) => {
    const tests = subNode(parts, "if");
    if (tests.length === 0) return [parts];
    return [
      [...parts, ...partsOf([...subNode(parts, "then"), ...tests])],
      [...parts, ...partsOf(subNode(parts, "else"))],
      parts,
    ];
  });
}

function sampleParts(parts: readonly Part[], context: SampleContext): unknown[] {
  const view = constraintsOfParts(parts, context.direction);
  if (view.values !== undefined) return view.values.slice(0, 4);
  return [...view.types].toSorted(byInterest).flatMap((type) => sampleType(type, view, context));
}

const INTEREST: readonly JsonType[] = ["object", "array", "string", "integer", "number", "boolean", "null"];

function byInterest(a: JsonType, b: JsonType): number {
  return INTEREST.indexOf(a) - INTEREST.indexOf(b);
}

function sampleType(type: JsonType, view: Constraints, context: SampleContext): unknown[] {
  if (type === "null") return [null];
  if (type === "boolean") return [true];
  if (type === "string") return sampleText(view.parts, context.texts);
  if (type === "array") return sampleArray(view, context);
  if (type === "object") return sampleObject(view, context);
  return sampleNumber(view, type === "integer");
}

function sampleText(parts: readonly Part[], texts: SampleTexts): string[] {
  const least = readLimit(parts, "minLength") ?? 0;
  const most = readLimit(parts, "maxLength") ?? Number.POSITIVE_INFINITY;
  const patterns = readTexts(parts, "pattern");
  const formats = readTexts(parts, "format").flatMap((format) => FORMAT_SAMPLES[format]?.slice(0, 2) ?? []);
  const all = [...formats, ...texts(patterns), "a".repeat(Math.min(Math.max(least, 1), 20_000))];
  const fitting = all.filter((text) => {
    const length = [...text].length;
    return length >= least && length <= most && patterns.every((pattern) => matchesPattern(pattern, text));
  });
  const preferred = fitting.filter((text) => formats.length === 0 || formats.includes(text));
  return [...preferred, ...fitting].slice(0, 2);
}

function sampleNumber({ parts, lower, upper }: Constraints, isWhole: boolean): number[] {
  const steps = readNumbers(parts, "multipleOf");
  return boundaryNumbers(parts)
    .filter((value) => {
      if (isWhole && !Number.isInteger(value)) return false;
      if (lower !== undefined && (lower.exclusive ? value <= lower.value : value < lower.value)) return false;
      if (upper !== undefined && (upper.exclusive ? value >= upper.value : value > upper.value)) return false;
      return steps.every((step) => Math.abs(value / step - Math.round(value / step)) < 1e-9);
    })
    .slice(0, 2);
}

function sampleArray(view: Constraints, context: SampleContext): unknown[][] {
  const { parts } = view;
  const inner = { ...context, depth: context.depth + 1 };
  const least = readLimit(parts, "minItems") ?? 0;
  const wanted = parts.flatMap((part) => {
    const contains = memberOf(part.place, "contains");
    const times = Number(part.schema["minContains"] ?? 1);
    const [sample] =
      contains === undefined || times > 100
        ? []
        : sampleNode([contains, ...itemNode(parts, undefined)], inner);
    return sample === undefined ? [] : Array.from({ length: times }, () => sample);
  });
  const size = Math.min(Math.max(least, wanted.length), 1000);
  const fill = (length: number) => fillArray(parts, wanted, length, inner);
  const isDeep = context.depth > DEEPEST;
  return isDeep ? [fill(size)] : distinct([fill(size), fill(Math.max(size, 1))]);
}

/** Items of the wanted kinds first, then what each position asks for. */
export function fillArray(
  parts: readonly Part[],
  wanted: readonly unknown[],
  length: number,
  context: SampleContext,
): unknown[] {
  const rest = sampleNode(itemNode(parts, undefined), context);
  const prefix = Math.max(
    0,
    ...readAll(parts, "prefixItems").map((list) => (Array.isArray(list) ? list.length : 0)),
  );
  return Array.from({ length }, (_, index) => {
    if (index < wanted.length) return wanted[index];
    if (index < prefix) return sampleNode(itemNode(parts, index), context)[0] ?? "a";
    return vary(rest[index % Math.max(rest.length, 1)] ?? "a", Math.floor(index / Math.max(rest.length, 1)));
  });
}

/** Another value of the same type, so that items differ. */
function vary(value: unknown, index: number): unknown {
  if (index === 0) return value;
  if (typeof value === "number") return value + index;
  return typeof value === "string"
    ? `${value}${String.fromCodePoint(97 + (index % 26)).repeat(1 + Math.floor(index / 26))}`
    : value;
}

function sampleObject(view: Constraints, context: SampleContext): Record<string, unknown>[] {
  const { parts, required, names } = view;
  const inner = { ...context, depth: context.depth + 1 };
  const member = (name: string): [string, unknown][] => {
    const [value] = sampleNode(propertyNode(parts, name), inner);
    return value === undefined ? [] : [[name, value]];
  };
  const extra = Math.max(0, (readLimit(parts, "minProperties") ?? 0) - required.size);
  const free = freeNames(parts, context.texts).filter((name) => !required.has(name));
  const optional = names.filter((name) => !required.has(name));
  const filler = [...optional, ...free].slice(0, Math.min(extra, 200));
  const smallest = [...required.keys(), ...filler].flatMap(member);
  const dependent = addDependents(
    parts,
    smallest.map(([name]) => name),
  ).flatMap(member);
  const least = Object.fromEntries([...smallest, ...dependent]);
  if (context.depth > DEEPEST) return [least];
  return distinct([least, Object.fromEntries([...smallest, ...dependent, ...optional.flatMap(member)])]);
}

/** Names that no part declares: from patterns of names, else plain ones. */
export function freeNames(parts: readonly Part[], texts: SampleTexts): string[] {
  const patterns = [
    ...patternNames(parts),
    ...subNode(parts, "propertyNames").flatMap((place) => readTexts(partsOf([place]), "pattern")),
  ];
  const sampled = texts(patterns).filter((name) => name !== "" && name !== "__proto__");
  return distinct([...sampled.slice(0, 40), ...Array.from({ length: 30 }, (_, index) => `other${index}`)]);
}

function addDependents(parts: readonly Part[], present: readonly string[]): string[] {
  return parts.flatMap(({ schema }) => {
    const dependents = schema["dependentRequired"];
    if (typeof dependents !== "object" || dependents === null) return [];
    return Object.entries(dependents).flatMap(([name, needed]) =>
      present.includes(name) && Array.isArray(needed) ? needed.map(String) : [],
    );
  });
}
