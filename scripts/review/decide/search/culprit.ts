import type { Issue } from "../compile-schemas.js";
import type { SchemaChange } from "../../differ/schemas/index.js";

/** Keywords that only say that something further in was refused. */
const VAGUE = new Set([
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "allOf",
  "dependentSchemas",
  "contains",
]);

/** Changes of the very keyword and spot of an issue. */
export function findExact(
  issues: readonly Issue[],
  changes: readonly SchemaChange[],
): readonly SchemaChange[] {
  return changes.filter((change) =>
    issues.some(({ keyword, path }) => {
      // An issue further out is another's, unless it only says that something further in was refused.
      const isNamed =
        (change.keyword === keyword || change.keyword === ALIASES[keyword]) &&
        path.length >= change.path.length;
      return (isNamed || VAGUE.has(keyword)) && score(change, path.map(String), keyword) > 80;
    }),
  );
}

/**
 * Whether a refusal of the side that should take a value shows that something else there makes up for a change: it
 * comes from the very spot, and not from the keyword that changed, which the value may break in both its forms.
 */
export function isMadeUpFor(change: SchemaChange, side: "base" | "head", issues: readonly Issue[]): boolean {
  // A refusal inside of a branch tells nothing of what stands beside the branches.
  if (change.comparison !== "incomparable" && VAGUE.has(change.keyword)) return false;
  const own = change[side]?.pointer;
  return issues.every(({ path, keyword, keywordLocation }) => {
    const steps = path.map(String);
    if (!isPrefix(change.path, steps) && !isPrefix(steps, change.path)) return false;
    return (
      own === undefined ||
      change.comparison === "incomparable" ||
      !isOwn(own, keyword, keywordLocation, change)
    );
  });
}

function isOwn(own: string, keyword: string, location: string, change: SchemaChange): boolean {
  const isAlias = ALIASES[keyword] === change.keyword && parentOf(own) === parentOf(location);
  return isAlias || `${own}/`.startsWith(`${location}/`) || `${location}/`.startsWith(`${own}/`);
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

/** The changes that a refusal comes from: for each issue, the change nearest to it. */
export function findCulprits(
  issues: readonly Issue[],
  at: readonly string[],
  changes: readonly SchemaChange[],
): ReadonlySet<SchemaChange> {
  const culprits = new Set<SchemaChange>();
  for (const issue of issues.slice(0, 20)) {
    const path = issue.path.map(String);
    const isInside = VAGUE.has(issue.keyword) && isPrefix(path, at);
    const best = findNearest(isInside ? at : path, issue.keyword, changes);
    if (best !== undefined) culprits.add(best);
  }
  // A validator of alternatives tells what is wrong with the nearest one, which may be one that did not change.
  const guess = culprits.size === 0 ? findNearest(at, "anyOf", changes) : undefined;
  return guess === undefined ? culprits : new Set([guess]);
}

function findNearest(
  path: readonly string[],
  keyword: string,
  changes: readonly SchemaChange[],
): SchemaChange | undefined {
  const scored = changes.map((change) => ({ change, score: score(change, path, keyword) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    change: undefined as SchemaChange | undefined,
    score: 0,
  });
  return best.change;
}

function score(change: SchemaChange, path: readonly string[], keyword: string): number {
  if (change.kind === "annotation" && change.keyword !== "readOnly" && change.keyword !== "writeOnly")
    return 0;
  const distance = Math.abs(change.path.length - path.length);
  const isHit = isPrefix(change.path, path) || isPrefix(path, change.path);
  if (!isHit) return VAGUE.has(keyword) || VAGUE.has(change.keyword) ? 1 : 0;
  const isNamed = change.keyword === keyword || change.keyword === ALIASES[keyword];
  const isSure = change.comparison === "same" && change.kind !== "property" ? -60 : 0;
  return 100 - 15 * distance + (isNamed ? 30 : 0) + isSure;
}

const ALIASES: Readonly<Record<string, string>> = {
  const: "enum",
  enum: "const",
  minimum: "exclusiveMinimum",
  maximum: "exclusiveMaximum",
  exclusiveMinimum: "minimum",
  exclusiveMaximum: "maximum",
  additionalProperties: "properties",
  unevaluatedProperties: "properties",
};

function isPrefix(short: readonly string[], long: readonly string[]): boolean {
  return (
    short.length <= long.length &&
    short.every((step, index) => step === "*" || long[index] === "*" || step === long[index])
  );
}
