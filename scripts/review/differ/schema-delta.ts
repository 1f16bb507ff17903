import { haveOneForm } from "../schema/canonical.js";
import { compareKeyword } from "./compare-keyword.js";
import type { Direction } from "../../json/direction.js";
import { nodeKey, type Node } from "../schema/flatten.js";
import { canonicalText } from "../../json/value.js";
import { areWrittenAlike } from "../schema/same-text.js";
import { compareCombinators } from "./delta-combinators.js";
import { compareMembers } from "./delta-members.js";
import { describe, readOne, reportKeyword, type Lens, type Pair, type SchemaChange } from "./pair.js";
import { readAll, viewOf, type View } from "../schema/view.js";

const SCALARS = [
  "multipleOf", "minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "uniqueItems",
  "minContains", "maxContains", "minProperties", "maxProperties", "dependentRequired", "$dynamicRef",
] as const; // prettier-ignore

const ANNOTATIONS = [
  "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "discriminator",
  "xml", "externalDocs", "contentEncoding", "contentMediaType", "contentSchema", "$comment",
] as const; // prettier-ignore

/** Every difference between two schemas, in words of the schemas; without an opinion whom it breaks. */
export function compareSchemas(before: Node, after: Node, direction: Direction): SchemaChange[] {
  return compareNodes(before, after, {
    path: [],
    direction,
    lens: (comparison) => comparison,
    seen: new Set(),
  });
}

type Walk = Pick<Pair, "path" | "direction" | "lens"> & {
  readonly seen: Set<string>;
  readonly isRewrite?: boolean;
};

function compareNodes(before: Node, after: Node, walk: Walk): SchemaChange[] {
  const key = `${nodeKey(before)} -> ${nodeKey(after)}`;
  if (walk.seen.has(key) || areWrittenAlike(before, after)) return [];
  walk.seen.add(key);
  const { direction } = walk;
  const isRewrite = walk.isRewrite ?? haveOneForm(before, after, direction);
  const changes: SchemaChange[] = [];
  const inner = isRewrite ? { ...walk, isRewrite } : walk;
  comparePair({
    ...walk,
    before: viewOf(before, direction),
    after: viewOf(after, direction),
    report: (change) =>
      changes.push({
        ...change,
        comparison: walk.lens(change.comparison),
        own: change.comparison,
        spot: key,
      }),
    descend: (a, b, path, lens = (comparison) => comparison) => {
      const through: Lens = (comparison) => walk.lens(lens(comparison));
      changes.push(...compareNodes(a, b, { ...inner, path, lens: through }));
    },
  });
  return isRewrite && walk.isRewrite === undefined ? collapseRewrite(changes) : changes;
}

/** Differences that cancel out are one rewrite, shown where the first of them stands. */
function collapseRewrite(changes: readonly SchemaChange[]): SchemaChange[] {
  const annotations = changes.filter(({ kind }) => kind === "annotation");
  const first = changes.find(({ kind }) => kind !== "annotation");
  if (first === undefined) return annotations;
  return [{ ...first, kind: "rewrite", comparison: "same" }, ...annotations];
}

function comparePair(pair: Pair): void {
  if (isNever(pair.before) !== isNever(pair.after)) {
    reportNever(pair);
    return;
  }
  compareType(pair);
  compareValues(pair);
  compareBounds(pair, "lower", "minimum", "exclusiveMinimum");
  compareBounds(pair, "upper", "maximum", "exclusiveMaximum");
  for (const keyword of SCALARS) compareScalar(pair, keyword);
  compareMembers(pair);
  compareCombinators(pair);
  for (const keyword of ANNOTATIONS) compareAnnotation(pair, keyword);
  for (const keyword of readExtensions(pair)) compareAnnotation(pair, keyword);
}

function isNever({ values }: View): boolean {
  return values?.length === 0;
}

/** A spot that no value may fill, in place of what it took before, or the other way round. */
function reportNever(pair: Pair): void {
  const isGone = isNever(pair.after);
  const [before, after] = [pair.before, pair.after].map(({ parts }) => parts[0]?.place);
  const keyword = pair.path.length > 0 ? "properties" : "not";
  const [was, now] = isGone ? ["schema", false] : [false, "schema"];
  const comparison = isGone ? "narrower" : "wider";
  pair.report({ kind: "assertion", keyword, path: pair.path, before, after, was, now, comparison });
}

function compareType(pair: Pair): void {
  const was = [...pair.before.types];
  const now = [...pair.after.types];
  if (canonicalText(was) === canonicalText(now)) return;
  reportKeyword(
    pair,
    "type",
    readOne(pair.before.parts, "type"),
    readOne(pair.after.parts, "type"),
    compareKeyword("type", was, now),
  );
}

function compareValues(pair: Pair): void {
  const was = pair.before.values;
  const now = pair.after.values;
  const texts = (values: typeof was) => values?.map(canonicalText).toSorted();
  if (canonicalText(texts(was)) === canonicalText(texts(now))) return;
  const keyword = [pair.after, pair.before].some(({ parts }) => readAll(parts, "enum").length > 0)
    ? "enum"
    : "const";
  reportKeyword(pair, keyword, was, now, compareKeyword("enum", was, now));
}

function compareBounds(pair: Pair, end: "lower" | "upper", closed: string, open: string): void {
  const was = pair.before[end];
  const now = pair.after[end];
  const changed = [closed, open].filter((keyword) => !isSameScalar(pair, keyword));
  const [keyword] = changed.toSorted(
    (a, b) => readAll(pair.after.parts, b).length - readAll(pair.after.parts, a).length,
  );
  if (keyword === undefined) return;
  const strict = was?.value === now?.value && was?.exclusive !== now?.exclusive;
  const comparison = strict
    ? now?.exclusive === true
      ? "narrower"
      : "wider"
    : compareKeyword(closed, was?.value, now?.value);
  reportKeyword(
    pair,
    keyword,
    readOne(pair.before.parts, keyword),
    readOne(pair.after.parts, keyword),
    comparison,
  );
}

function compareScalar(pair: Pair, keyword: string): void {
  if (isSameScalar(pair, keyword)) return;
  const was = readOne(pair.before.parts, keyword);
  const now = readOne(pair.after.parts, keyword);
  reportKeyword(pair, keyword, was, now, compareKeyword(keyword, was, now));
}

function compareAnnotation(pair: Pair, keyword: string): void {
  if (isSameScalar(pair, keyword)) return;
  const was = readOne(pair.before.parts, keyword);
  const now = readOne(pair.after.parts, keyword);
  pair.report({ ...describe(pair, keyword), kind: "annotation", was, now, comparison: "same" });
}

function readExtensions(pair: Pair): string[] {
  const keys = [...pair.before.parts, ...pair.after.parts].flatMap(({ schema }) => Object.keys(schema));
  return [...new Set(keys)].filter((key) => key.startsWith("x-"));
}

function isSameScalar({ before, after }: Pair, keyword: string): boolean {
  const was = readAll(before.parts, keyword).map(canonicalText);
  const now = readAll(after.parts, keyword).map(canonicalText);
  return canonicalText([...new Set(was)].toSorted()) === canonicalText([...new Set(now)].toSorted());
}
