import { isRecord } from "../../json/pointer.js";
import { compareKeyword, type Comparison } from "./compare-keyword.js";
import type { Place } from "../document/document.js";
import type { Direction } from "../../json/direction.js";
import { keywordPlace, subNode, type Node, type Part } from "../schema/flatten.js";
import { canonicalText } from "../../json/value.js";
import { readAll, type View } from "../schema/view.js";

/** What a step through a schema does to a comparison made below it. */
export type Lens = (comparison: Comparison) => Comparison;

export type SchemaChange = {
  readonly kind: "assertion" | "property" | "annotation" | "rewrite";
  readonly keyword: string;
  /** The property, required name or branch that came or went. */
  readonly name?: string;
  /** Where in the value it counts; `*` is any item or any further name. */
  readonly path: readonly string[];
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  readonly was: unknown;
  readonly now: unknown;
  /** The values accepted after the change, beside those before it. */
  readonly comparison: Comparison;
  /** The same for the keyword by itself, without what stands around it. */
  readonly own: Comparison;
  /** All the schemas that apply at the spot, of both documents: equal wherever a shared component is used. */
  readonly spot: string;
};

export type Difference = Omit<SchemaChange, "own" | "spot">;

/** One pair of nodes on the way through two schemas. */
export type Pair = {
  readonly before: View;
  readonly after: View;
  readonly path: readonly string[];
  readonly direction: Direction;
  readonly lens: Lens;
  readonly report: (change: Difference) => void;
  /** Compares two nodes further in. */
  readonly descend: (before: Node, after: Node, path: readonly string[], lens?: Lens) => void;
};

/** The value of a keyword, or a list of them when several parts of the schema give one. */
export function readOne(parts: readonly Part[], keyword: string): unknown {
  const values = readAll(parts, keyword);
  return values.length > 1 ? values : values[0];
}

/** Reports a keyword that two views give differently. */
export function reportKeyword(
  pair: Pair,
  keyword: string,
  was: unknown,
  now: unknown,
  comparison: Comparison,
): void {
  pair.report({ ...describe(pair, keyword), kind: "assertion", was, now, comparison });
}

/** Where a keyword stands on the two sides, and where in the value it counts. */
export function describe(
  pair: Pair,
  keyword: string,
): Pick<SchemaChange, "keyword" | "path" | "before" | "after"> {
  const before = findPlace(pair.before.parts, keyword);
  const after = findPlace(pair.after.parts, keyword);
  const isNowhere = before === undefined && after === undefined;
  return { keyword, path: pair.path, before, after: isNowhere ? pair.after.parts[0]?.place : after };
}

function findPlace(parts: readonly Part[], keyword: string): Place | undefined {
  const spelled = keyword === "enum" || keyword === "const" ? ["enum", "const"] : [keyword];
  const part = parts.find(({ schema }) => spelled.some((name) => name in schema));
  const name = spelled.find((spelling) => part !== undefined && spelling in part.schema);
  return part === undefined || name === undefined ? undefined : keywordPlace(part, name);
}

/** Whether a keyword's value is a schema that can be entered, and not only `true` or `false`. */
export function isEnterable(node: Node, parts: readonly Part[], keyword: string): boolean {
  return node.length > 0 && readAll(parts, keyword).every(isRecord);
}

/** Compares a keyword whose value is one schema: goes in when both sides have one. */
export function compareSub(pair: Pair, keyword: string, step: readonly string[], lens?: Lens): void {
  const before = subNode(pair.before.parts, keyword);
  const after = subNode(pair.after.parts, keyword);
  if (isEnterable(before, pair.before.parts, keyword) && isEnterable(after, pair.after.parts, keyword)) {
    pair.descend(before, after, [...pair.path, ...step], lens);
    return;
  }
  const was = readOne(pair.before.parts, keyword);
  const now = readOne(pair.after.parts, keyword);
  if (canonicalText(was) !== canonicalText(now)) {
    reportKeyword(pair, keyword, was, now, compareKeyword(keyword, was, now));
  }
}
