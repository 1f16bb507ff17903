import { memberOf } from "../../../json/place.js";
import type { Direction } from "../../../json/direction.js";
import { canonicalText } from "../../../json/value.js";
import type { Place } from "../../document/document.js";
import { acceptsEverything } from "../../keywords/comparison.js";
import { listKeywords, readKeyword, type Comparison } from "../../keywords/index.js";
import { constraintsOf, patternNames, readAll, type Constraints } from "../../schema/constraints.js";
import { declaredNames, inPlaceParts, itemNode, propertyNode, type Part } from "../../schema/flatten.js";
import { changeOf, compareSub, inner, locateKeyword, type Found, type Spot } from "./spot.js";

/** Differences in what an object's members and an array's items have to be. */
export function* compareMembers(spot: Spot): Generator<Found> {
  yield* compareRequired(spot);
  for (const name of new Set([...spot.base.names, ...spot.head.names])) yield* compareProperty(spot, name);
  yield* comparePatterns(spot);
  yield* comparePrefix(spot);
  for (const keyword of listKeywords("schema")) yield* compareSub(spot, keyword);
}

function* compareRequired({ base, head }: Spot): Generator<Found> {
  for (const [name, place] of head.required)
    if (!base.required.has(name)) yield changeOfRequired(name, undefined, place);
  for (const [name, place] of base.required)
    if (!head.required.has(name)) yield changeOfRequired(name, place, undefined);
}

function changeOfRequired(name: string, base: Place | undefined, head: Place | undefined): Found {
  const comparison = base === undefined ? "narrower" : "wider";
  const values = { was: base !== undefined, now: head !== undefined };
  return {
    kind: "assertion",
    keyword: "required",
    name,
    path: [name],
    base,
    head,
    ...values,
    comparison,
  };
}

function* compareProperty(spot: Spot, name: string): Generator<Found> {
  const { base, head } = spot;
  const [was, now] = [base, head].map((side) => findDeclaration(side, name));
  const path = [name];
  if (
    (was === true && now === true) ||
    [base, head].some((side) => isForbidden(side, name, spot.direction))
  ) {
    yield inner(propertyNode(base.parts, name), propertyNode(head.parts, name), path);
    return;
  }
  const places = { base: findProperty(base.parts, name), head: findProperty(head.parts, name) };
  const comparison = compareName(was === true ? head : base, name, was === true);
  yield { kind: "property", keyword: "properties", name, path, ...places, was, now, comparison };
}

/** To forbid a name is not to declare it. */
function isForbidden({ names, parts }: Constraints, name: string, direction: Direction): boolean {
  return names.includes(name) && constraintsOf(propertyNode(parts, name), direction).values?.length === 0;
}

/** Whether a name is declared for all values, or in some alternatives alone. */
function findDeclaration({ names, parts }: Constraints, name: string): boolean | "alternative" {
  if (names.includes(name)) return true;
  const all = inPlaceParts(parts.map(({ place }) => place));
  return declaredNames(all).includes(name) && "alternative";
}

/** A name that one side declares, by what the other side says of names that it does not declare. */
function compareName(other: Constraints, name: string, isRemoved: boolean): Comparison {
  if (propertyNode(other.parts, name).every(({ value }) => acceptsEverything(value))) return "same";
  const isClosed = readAll(other.parts, "additionalProperties").includes(false);
  if (!isClosed) return "incomparable";
  return isRemoved ? "narrower" : "wider";
}

function findProperty(parts: readonly Part[], name: string): Place | undefined {
  return findMembers(parts, "properties", name)[0];
}

/** What each part says under a name of a keyword that holds schemas by name. */
function findMembers(parts: readonly Part[], keyword: string, name: string): Place[] {
  return parts.flatMap((part) => {
    const owner = memberOf(part.place, keyword);
    const own = owner === undefined ? undefined : memberOf(owner, name);
    return own === undefined ? [] : [own];
  });
}

function* comparePatterns(spot: Spot): Generator<Found> {
  const [was, now] = [patternNames(spot.base.parts), patternNames(spot.head.parts)];
  for (const pattern of was.filter((name) => now.includes(name))) {
    const find = ({ parts }: Constraints): Place[] => findMembers(parts, "patternProperties", pattern);
    yield inner(find(spot.base), find(spot.head), ["*"]);
  }
  if (canonicalText(was.toSorted()) === canonicalText(now.toSorted())) return;
  yield changeOf(spot, "patternProperties", { was, now }, comparePatternNames(spot, was, now));
}

/** A pattern only takes values away from names that nothing else describes. */
function comparePatternNames(
  { base, head }: Spot,
  was: readonly string[],
  now: readonly string[],
): Comparison {
  const isFree = [base, head].every(({ parts }) => {
    const others = ["additionalProperties", "unevaluatedProperties"].flatMap((key) => readAll(parts, key));
    return others.every(readKeyword("additionalProperties").isNeutral);
  });
  if (!isFree) return "incomparable";
  if (was.every((pattern) => now.includes(pattern))) return "narrower";
  return now.every((pattern) => was.includes(pattern)) ? "wider" : "incomparable";
}

function* comparePrefix(spot: Spot): Generator<Found> {
  const [was, now] = [countPrefix(spot.base), countPrefix(spot.head)];
  for (let index = 0; index < Math.min(was, now); index += 1) {
    yield inner(itemNode(spot.base.parts, index), itemNode(spot.head.parts, index), [String(index)]);
  }
  if (was !== now)
    yield {
      ...locateKeyword(spot, "prefixItems"),
      kind: "assertion",
      was,
      now,
      comparison: "incomparable",
    };
}

function countPrefix({ parts }: Constraints): number {
  const lengths = readAll(parts, "prefixItems").map((list) => (Array.isArray(list) ? list.length : 0));
  return Math.max(0, ...lengths);
}
