import { repeatItems, resizeArrays } from "./array-sizes.js";
import { boundaryValues, readNumbers } from "./boundary-values.js";
import { memberOf } from "../../../json/place.js";
import { findEdges } from "./edges.js";
import type { Direction } from "../../../json/direction.js";
import {
  declaredNames,
  inPlaceParts,
  itemNode,
  nodeKey,
  propertyNode,
  subNode,
  type Schemas,
  type Part,
} from "../../schema/flatten.js";
import { canonicalText, distinct, jsonTypeOf } from "../../../json/value.js";
import { areWrittenAlike } from "../../schema/same-text.js";
import { freeNames, sampleNode, type SampleContext } from "./sample.js";
import { takeEvenly, thin, type Candidate } from "./candidates.js";
import { readAll } from "../../schema/constraints.js";

export type ExploreContext = {
  readonly direction: Direction;
  readonly texts: SampleContext["texts"];
  readonly cache: Map<string, readonly Candidate[]>;
  readonly samples: SampleContext["samples"];
  readonly depth: number;
};

const DEEPEST = 8;
const MOST_BASES = 12;
/** Bases with a member that are tried with every value of it; the others, with a few. */
const WHOLE_BASES = 3;
const MOST_LATER = 60;

/** Values around the difference of two nodes: valid ones, and each of them with one thing changed. */
export function explore(before: Schemas, after: Schemas, context: ExploreContext): readonly Candidate[] {
  const key = `${nodeKey(before)} -> ${nodeKey(after)} ${context.direction}`;
  const known = context.cache.get(key);
  if (known !== undefined) return known;
  // A schema that contains itself is explored once.
  context.cache.set(key, []);
  const candidates = exploreAfresh(before, after, context);
  context.cache.set(key, candidates);
  return candidates;
}

function exploreAfresh(before: Schemas, after: Schemas, context: ExploreContext): Candidate[] {
  const parts = inPlaceParts([...before, ...after]);
  const both = [...before, ...after];
  const samples = distinct([both, before, after].flatMap((node) => sampleNode(node, context)));
  const single = parts.flatMap(({ place }) =>
    sampleNode([place], { ...context, depth: context.depth + 1 }).slice(0, 2),
  );
  const bases = distinct([...samples, ...single]);
  const objects = bases.filter((value) => jsonTypeOf(value) === "object") as Record<string, unknown>[]; // jsonTypeOf has looked
  const arrays = bases.filter(Array.isArray) as unknown[][]; // as has isArray
  const here = [...bases, ...boundaryValues(parts, context.texts)];
  const [old, now] = splitSides(parts, before);
  const edges = findEdges(old, now, context.texts);
  const all = [
    ...here.map((value) => ({ value, at: [], isEdge: edges.has(canonicalText(value)) })),
    ...mutateObjects(parts, takeEvenly(objects, MOST_BASES), before, context),
    ...mutateArrays(parts, takeEvenly(arrays, MOST_BASES), before, context),
  ];
  return distinctValues(all);
}

function distinctValues(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ value }) => {
    const text = canonicalText(value);
    return !seen.has(text) && seen.add(text);
  });
}

type Objects = readonly Record<string, unknown>[];

function mutateObjects(
  parts: readonly Part[],
  bases: Objects,
  old: Schemas,
  context: ExploreContext,
): Candidate[] {
  if (bases.length === 0) return [];
  const [before, after] = splitSides(parts, old);
  const names = distinct([...declaredNames(parts), ...mentionedNames(parts), ...bases.flatMap(Object.keys)]);
  const free = freeNames(parts, context.texts).filter((name) => !names.includes(name));
  const dropped = bases.flatMap((base) =>
    Object.keys(base).map((name) => ({ value: omit(base, name), at: [name] })),
  );
  const added = bases.flatMap((base) =>
    [...free.slice(0, 8), ...free.slice(-2)].flatMap((name) =>
      ["a", 1].map((value) => ({ value: { ...base, [name]: value }, at: [] })),
    ),
  );
  const members = names.flatMap((name) => mutateMember(name, before, after, bases, context));
  const unnamed = mutateUnnamed(parts, free, before, after, bases, context);
  return [
    ...dropped,
    ...added,
    ...members,
    ...unnamed,
    ...mutateNames(parts, bases, context.texts),
    ...pairNames(parts, names, bases),
    ...resize(parts, bases, free),
  ];
}

/** Parts of the old and of the new document. */
function splitSides(parts: readonly Part[], old: Schemas): [Part[], Part[]] {
  const doc = old[0]?.document;
  return [
    parts.filter(({ place }) => place.document === doc),
    parts.filter(({ place }) => place.document !== doc),
  ];
}

function mutateMember(
  name: string,
  before: readonly Part[],
  after: readonly Part[],
  bases: Objects,
  context: ExploreContext,
): Candidate[] {
  const old = propertyNode(before, name);
  const now = propertyNode(after, name);
  const values = valuesOfMember(old, now, context);
  const having = bases.filter((base) => Object.hasOwn(base, name));
  // Bases of both sides together stand first, those of the new side alone last.
  const whole = new Set(takeEvenly(having.length > 0 ? having : bases, WHOLE_BASES));
  return bases.flatMap((base) =>
    (whole.has(base) ? values : takeEvenly(values, MOST_LATER)).map((inner) => ({
      ...inner,
      value: { ...base, [name]: inner.value },
      at: [name, ...inner.at],
    })),
  );
}

/** All of a member whose schema differs; of any other only what shows that it is there. */
function valuesOfMember(old: Schemas, now: Schemas, context: ExploreContext): readonly Candidate[] {
  const inner = { ...context, depth: context.depth + 1 };
  const samples = () => sampleNode(old.length > 0 ? old : now, inner).slice(0, 6);
  if (areWrittenAlike(old, now) || inner.depth > DEEPEST)
    return [...samples(), "a"].map((value) => ({ value, at: [] }));
  return thin(explore(old, now, inner));
}

/** Names that only conditions speak of. */
function mentionedNames(parts: readonly Part[]): string[] {
  return parts.flatMap(({ schema }) => {
    const required: unknown[] = Array.isArray(schema["required"]) ? schema["required"] : [];
    const dependents = [schema["dependentRequired"], schema["dependentSchemas"]].flatMap((value) =>
      typeof value === "object" && value !== null
        ? [...Object.keys(value), ...Object.values(value).flat()]
        : [],
    );
    return [...required, ...dependents].filter((name) => typeof name === "string");
  });
}

/** What `additionalProperties`, `patternProperties` and `unevaluatedProperties` say of undeclared names. */
function mutateUnnamed(
  parts: readonly Part[],
  free: readonly string[],
  before: readonly Part[],
  after: readonly Part[],
  bases: Objects,
  context: ExploreContext,
): Candidate[] {
  const says = ["additionalProperties", "patternProperties", "unevaluatedProperties", "propertyNames"];
  if (!says.some((keyword) => readAll(parts, keyword).length > 0)) return [];
  return [...free.slice(0, 12), ...free.slice(-1)].flatMap((name) => {
    const [old = [], now = []] = [before, after].map((side) => [
      ...propertyNode(side, name),
      ...subNode(side, "unevaluatedProperties"),
    ]);
    return valuesOfMember(old, now, context).flatMap((inner) =>
      bases
        .slice(0, 4)
        .map((base) => ({ ...inner, value: { ...base, [name]: inner.value }, at: ["*", ...inner.at] })),
    );
  });
}

/** Names on the edges of what `propertyNames` asks for. */
function mutateNames(parts: readonly Part[], bases: Objects, texts: ExploreContext["texts"]): Candidate[] {
  const asked = inPlaceParts(subNode(parts, "propertyNames"));
  if (asked.length === 0) return [];
  const names = boundaryValues(asked, texts)
    .filter((value) => typeof value === "string")
    .slice(0, 80);
  return names.flatMap((name) =>
    bases.slice(0, 2).map((base) => ({ value: { ...base, [name]: "a" }, at: [] })),
  );
}

/** Two names at once, where one depends on another. */
function pairNames(parts: readonly Part[], names: readonly string[], bases: Objects): Candidate[] {
  const isBound = ["dependentRequired", "dependentSchemas", "if", "not", "oneOf"].some(
    (keyword) => readAll(parts, keyword).length > 0,
  );
  if (!isBound) return [];
  const known = Object.assign({}, ...bases) as Record<string, unknown>; // an object of objects' members
  const few = names.slice(0, 12);
  const pairs = few.flatMap((first) =>
    few.map((second) => ({ [first]: known[first] ?? "a", [second]: known[second] ?? "a" })),
  );
  return pairs
    .flatMap((pair) => [pair, ...bases.slice(0, 2).map((base) => ({ ...base, ...pair }))])
    .map((value) => ({ value, at: [] }));
}

/** As many members as `minProperties` and `maxProperties` let through, and one more or less. */
function resize(parts: readonly Part[], bases: Objects, free: readonly string[]): Candidate[] {
  const limits = ["minProperties", "maxProperties"].flatMap((keyword) => readNumbers(parts, keyword));
  const sizes = limits
    .flatMap((limit) => [limit - 1, limit, limit + 1])
    .filter((size) => size >= 0 && size < 1000);
  return sizes.flatMap((size) =>
    bases.map((base) => {
      const names = distinct([
        ...Object.keys(base),
        ...free,
        ...Array.from({ length: size }, (_, index) => `more${index}`),
      ]);
      return {
        value: Object.fromEntries(names.slice(0, size).map((name) => [name, base[name] ?? "a"])),
        at: [],
      };
    }),
  );
}

function omit(base: Record<string, unknown>, name: string): Record<string, unknown> {
  const { [name]: _, ...rest } = base;
  return rest;
}

function mutateArrays(
  parts: readonly Part[],
  bases: readonly (readonly unknown[])[],
  old: Schemas,
  context: ExploreContext,
): Candidate[] {
  const keywords = [
    "items",
    "prefixItems",
    "contains",
    "minItems",
    "maxItems",
    "uniqueItems",
    "unevaluatedItems",
    "minContains",
    "maxContains",
  ];
  if (bases.length === 0 || !keywords.some((keyword) => readAll(parts, keyword).length > 0)) return [];
  const [before, after] = splitSides(parts, old);
  const inner = { ...context, depth: context.depth + 1 };
  return [
    ...resizeArrays(parts, bases, inner),
    ...repeatItems(parts, inner),
    ...mutateItems(parts, before, after, bases, inner),
  ];
}

function mutateItems(
  parts: readonly Part[],
  before: readonly Part[],
  after: readonly Part[],
  bases: readonly (readonly unknown[])[],
  context: ExploreContext,
): Candidate[] {
  const longest = Math.max(1, ...bases.map((base) => base.length));
  const isTuple = readAll(parts, "prefixItems").length > 0;
  const positions = Array.from({ length: Math.min(isTuple ? longest + 1 : 1, 8) }, (_, index) => index);
  return positions.flatMap((index) => {
    const [old, now] = [before, after].map((side) => [
      ...itemNode(side, index),
      ...subNode(side, "unevaluatedItems"),
      ...subNode(side, "contains"),
    ]);
    const step =
      isTuple && parts.some((part) => memberOf(part.place, "prefixItems") !== undefined)
        ? String(index)
        : "*";
    return valuesOfMember(old ?? [], now ?? [], context).flatMap((inner) => {
      const placed = bases.slice(0, 6).map((base) => Object.assign([...base], { [index]: inner.value }));
      return [[inner.value], ...placed]
        .filter((items) => !items.includes(undefined))
        .map((items) => ({ ...inner, value: items, at: [step, ...inner.at] }));
    });
  });
}
