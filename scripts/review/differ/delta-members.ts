import type { Comparison } from "./compare-keyword.js";
import { memberOf } from "../../json/place.js";
import type { Place } from "../document/document.js";
import { itemNode, propertyNode, type Part } from "../schema/flatten.js";
import { canonicalText } from "../../json/value.js";
import { compareSub, describe, reportKeyword, type Pair } from "./pair.js";
import { patternNames, readAll, type View } from "../schema/view.js";

/** Differences in what an object's members and an array's items have to be. */
export function compareMembers(pair: Pair): void {
  compareRequired(pair);
  for (const name of new Set([...pair.before.names, ...pair.after.names])) compareProperty(pair, name);
  comparePatterns(pair);
  compareSub(pair, "additionalProperties", ["*"]);
  compareSub(pair, "propertyNames", []);
  compareItems(pair);
  compareSub(pair, "contains", ["*"], (comparison) => (comparison === "same" ? "same" : "other"));
  compareSub(pair, "unevaluatedProperties", ["*"]);
  compareSub(pair, "unevaluatedItems", ["*"]);
}

function compareRequired(pair: Pair): void {
  for (const [name, after] of pair.after.required) {
    if (!pair.before.required.has(name)) reportRequired(pair, name, undefined, after);
  }
  for (const [name, before] of pair.before.required) {
    if (!pair.after.required.has(name)) reportRequired(pair, name, before, undefined);
  }
}

function reportRequired(pair: Pair, name: string, before: Place | undefined, after: Place | undefined): void {
  const comparison = before === undefined ? "narrower" : "wider";
  const [was, now] = [before !== undefined, after !== undefined];
  pair.report({
    kind: "assertion",
    keyword: "required",
    name,
    path: [...pair.path, name],
    before,
    after,
    was,
    now,
    comparison,
  });
}

function compareProperty(pair: Pair, name: string): void {
  const isOld = pair.before.names.includes(name);
  const isNew = pair.after.names.includes(name);
  const path = [...pair.path, name];
  if (isOld && isNew) {
    pair.descend(propertyNode(pair.before.parts, name), propertyNode(pair.after.parts, name), path);
    return;
  }
  const before = isOld ? findProperty(pair.before.parts, name) : undefined;
  const after = isNew ? findProperty(pair.after.parts, name) : undefined;
  const comparison = compareName(isOld ? pair.after : pair.before, name, isOld);
  pair.report({
    kind: "property",
    keyword: "properties",
    name,
    path,
    before,
    after,
    was: isOld,
    now: isNew,
    comparison,
  });
}

/** A name that one side declares, by what the other side says of names that it does not declare. */
function compareName(other: View, name: string, isGone: boolean): Comparison {
  const covered = propertyNode(other.parts, name);
  if (covered.length === 0) return "same";
  const isClosed = readAll(other.parts, "additionalProperties").includes(false);
  if (!isClosed) return "other";
  return isGone ? "narrower" : "wider";
}

function findProperty(parts: readonly Part[], name: string): Place | undefined {
  for (const part of parts) {
    const properties = memberOf(part.place, "properties");
    const own = properties === undefined ? undefined : memberOf(properties, name);
    if (own !== undefined) return own;
  }
  return undefined;
}

function comparePatterns(pair: Pair): void {
  const before = patternNames(pair.before.parts);
  const after = patternNames(pair.after.parts);
  for (const pattern of before.filter((name) => after.includes(name))) {
    pair.descend(findPattern(pair.before.parts, pattern), findPattern(pair.after.parts, pattern), [
      ...pair.path,
      "*",
    ]);
  }
  if (canonicalText(before.toSorted()) === canonicalText(after.toSorted())) return;
  reportKeyword(pair, "patternProperties", before, after, comparePatternNames(pair, before, after));
}

/** A pattern only takes values away from names that nothing else speaks of. */
function comparePatternNames(
  { before, after }: Pair,
  was: readonly string[],
  now: readonly string[],
): Comparison {
  const isFree = [before, after].every(({ parts }) => {
    const others = ["additionalProperties", "unevaluatedProperties"].flatMap((key) => readAll(parts, key));
    return others.every((other) => other === true);
  });
  if (!isFree) return "other";
  if (was.every((pattern) => now.includes(pattern))) return "narrower";
  return now.every((pattern) => was.includes(pattern)) ? "wider" : "other";
}

function findPattern(parts: readonly Part[], pattern: string): Place[] {
  return parts.flatMap((part) => {
    const patterns = memberOf(part.place, "patternProperties");
    const own = patterns === undefined ? undefined : memberOf(patterns, pattern);
    return own === undefined ? [] : [own];
  });
}

function compareItems(pair: Pair): void {
  const lengths = [pair.before, pair.after].map(({ parts }) => {
    const lists = readAll(parts, "prefixItems");
    return Math.max(0, ...lists.map((list) => (Array.isArray(list) ? list.length : 0)));
  });
  const shared = Math.min(...lengths);
  for (let index = 0; index < shared; index += 1) {
    pair.descend(itemNode(pair.before.parts, index), itemNode(pair.after.parts, index), [
      ...pair.path,
      String(index),
    ]);
  }
  if (lengths[0] !== lengths[1]) {
    const at = describe(pair, "prefixItems");
    const [was, now] = lengths;
    pair.report({ ...at, kind: "assertion", was, now, comparison: "other" });
  }
  compareSub(pair, "items", ["*"]);
}
