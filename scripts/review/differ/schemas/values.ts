import { canonicalText } from "../../../json/value.js";
import { compareKeyword, type Comparison } from "../../keywords/index.js";
import { readAll, type Bound } from "../../schema/constraints.js";
import { changeOf, locateKeyword, readOne, type Found, type Spot } from "./spot.js";

/** Differences in what a value itself has to be, apart from its members. */
export function* compareType(spot: Spot): Generator<Found> {
  const [base, head] = [[...spot.base.types], [...spot.head.types]];
  if (canonicalText(base) === canonicalText(head)) return;
  yield changeOf(spot, "type", readValues(spot, "type"), compareKeyword("type", base, head));
}

/** `enum` and `const` list values in two ways. */
export function* compareListed(spot: Spot): Generator<Found> {
  const [was, now] = [spot.base.values, spot.head.values];
  const texts = (values: typeof was) => canonicalText(values?.map(canonicalText).toSorted());
  if (texts(was) === texts(now)) return;
  const isList = [spot.head, spot.base].some(({ parts }) => readAll(parts, "enum").length > 0);
  yield changeOf(spot, isList ? "enum" : "const", { was, now }, compareKeyword("enum", was, now));
}

/** A closed and an open bound at one end count together. */
export function* compareBounds(
  spot: Spot,
  end: "lower" | "upper",
  [closed, open]: readonly [closed: string, open: string],
): Generator<Found> {
  const count = (keyword: string) => readAll(spot.head.parts, keyword).length;
  const changed = [closed, open].filter((keyword) => !isSame(spot, keyword));
  const [keyword] = changed.toSorted((a, b) => count(b) - count(a));
  if (keyword === undefined) return;
  const comparison = compareLimits(closed, spot.base[end], spot.head[end]);
  yield changeOf(spot, keyword, readValues(spot, keyword), comparison);
}

function compareLimits(keyword: string, base: Bound | undefined, head: Bound | undefined): Comparison {
  const isSameLimit = base?.value === head?.value;
  if (isSameLimit && base?.exclusive !== head?.exclusive)
    return head?.exclusive === true ? "narrower" : "wider";
  return compareKeyword(keyword, base?.value, head?.value);
}

/** A keyword that is compared by its own value. */
export function* compareValue(spot: Spot, keyword: string): Generator<Found> {
  if (isSame(spot, keyword)) return;
  const values = readValues(spot, keyword);
  yield changeOf(spot, keyword, values, compareKeyword(keyword, values.was, values.now));
}

export function* compareAnnotation(spot: Spot, keyword: string): Generator<Found> {
  if (isSame(spot, keyword)) return;
  const values = readValues(spot, keyword);
  yield { ...locateKeyword(spot, keyword), ...values, kind: "annotation", comparison: "same" };
}

function readValues({ base, head }: Spot, keyword: string) {
  return { was: readOne(base.parts, keyword), now: readOne(head.parts, keyword) };
}

function isSame({ base, head }: Spot, keyword: string): boolean {
  const [was, now] = [base, head].map(({ parts }) => {
    const texts = new Set(readAll(parts, keyword).map(canonicalText));
    return canonicalText([...texts].toSorted());
  });
  return was === now;
}
