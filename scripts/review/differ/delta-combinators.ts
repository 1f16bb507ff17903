import { areDisjoint } from "../schema/alternatives.js";
import { canonicalForm } from "../schema/canonical.js";
import type { Comparison } from "./compare-keyword.js";
import { memberOf, recordAt } from "../../json/place.js";
import type { Place } from "../document/document.js";
import type { Direction } from "../../json/direction.js";
import type { Part } from "../schema/flatten.js";
import { canonicalText } from "../../json/value.js";
import { compareSub, type Lens, type Pair } from "./pair.js";
import { areWrittenAlike } from "../schema/same-text.js";
import { readAll, readTexts, viewOf, type Group, type View } from "../schema/view.js";

const REVERSED = { wider: "narrower", narrower: "wider", same: "same", other: "other" } as const;
const reverse: Lens = (comparison) => REVERSED[comparison];
const blur: Lens = (comparison) => (comparison === "same" ? "same" : "other");

/** Differences in the keywords that put schemas together. */
export function compareCombinators(pair: Pair): void {
  compareSub(pair, "not", [], reverse);
  compareConditions(pair);
  compareDependent(pair);
  compareGroups(pair);
}

/** A condition that comes or goes is one change, whatever follows from it. */
function compareConditions(pair: Pair): void {
  const [was, now] = [pair.before, pair.after].map(({ parts }) => readAll(parts, "if").length);
  compareSub(pair, "if", [], was === now ? blur : undefined);
  if (was !== now) return;
  compareSub(pair, "then", []);
  compareSub(pair, "else", []);
}

function compareDependent(pair: Pair): void {
  const before = readDependent(pair.before.parts);
  const after = readDependent(pair.after.parts);
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(name);
    const now = after.get(name);
    if (was !== undefined && now !== undefined) {
      pair.descend([was], [now], pair.path);
      continue;
    }
    const comparison = was === undefined ? "narrower" : "wider";
    const change = { keyword: "dependentSchemas", name, path: pair.path, before: was, after: now };
    pair.report({ ...change, kind: "assertion", was: was !== undefined, now: now !== undefined, comparison });
  }
}

function readDependent(parts: readonly Part[]): Map<string, Place> {
  return new Map(
    parts.flatMap((part) => {
      const place = memberOf(part.place, "dependentSchemas");
      if (place === undefined) return [];
      return Object.keys(recordAt(place)).flatMap((name) => {
        const own = memberOf(place, name);
        return own === undefined ? [] : [[name, own] as const];
      });
    }),
  );
}

function compareGroups(pair: Pair): void {
  const length = Math.max(pair.before.groups.length, pair.after.groups.length);
  for (let index = 0; index < length; index += 1) {
    const was = pair.before.groups[index];
    const now = pair.after.groups[index];
    if (was !== undefined && now !== undefined) comparePairOfGroups(pair, was, now);
    else reportGroup(pair, was, now);
  }
}

function reportGroup(pair: Pair, was: Group | undefined, now: Group | undefined): void {
  const keyword = (now ?? was)?.keyword ?? "anyOf";
  const [before, after] = [was, now].map((group) => group?.branches.length);
  const change = { keyword, path: pair.path, before: was?.place, after: now?.place, was: before, now: after };
  pair.report({ ...change, kind: "assertion", comparison: was === undefined ? "narrower" : "wider" });
}

function comparePairOfGroups(pair: Pair, was: Group, now: Group): void {
  if (was.keyword !== now.keyword) {
    const comparison = now.keyword === "anyOf" ? "wider" : "narrower";
    const change = { keyword: now.keyword, path: pair.path, before: was.place, after: now.place };
    pair.report({ ...change, kind: "assertion", was: was.keyword, now: now.keyword, comparison });
  }
  const lens = now.keyword === "oneOf" && !isExclusive(now, pair.direction) ? blur : undefined;
  const { pairs, gone, come } = alignBranches(was.branches, now.branches, pair.direction);
  for (const [before, after] of pairs) pair.descend([before], [after], pair.path, lens);
  for (const before of gone) reportBranch(pair, now.keyword, before, undefined, lens);
  for (const after of come) reportBranch(pair, now.keyword, undefined, after, lens);
}

function reportBranch(
  pair: Pair,
  keyword: string,
  before: Place | undefined,
  after: Place | undefined,
  lens?: Lens,
): void {
  const comparison: Comparison = before === undefined ? "wider" : "narrower";
  const change = {
    keyword,
    path: pair.path,
    before,
    after,
    was: before && nameBranch(before),
    now: after && nameBranch(after),
  };
  pair.report({
    ...change,
    kind: "assertion",
    comparison: lens === undefined ? comparison : lens(comparison),
  });
}

function isExclusive({ branches }: Group, direction: Direction): boolean {
  return branches.every((branch, index) =>
    branches.slice(index + 1).every((other) => areDisjoint([branch], [other], direction)),
  );
}

function nameBranch(place: Place): string {
  const { $ref, title, type } = recordAt(place);
  if (typeof $ref === "string") return $ref.slice($ref.lastIndexOf("/") + 1);
  if (typeof title === "string") return title;
  return typeof type === "string" ? type : place.pointer.slice(place.pointer.lastIndexOf("/") + 1);
}

type Alignment = {
  readonly pairs: readonly (readonly [Place, Place])[];
  readonly gone: readonly Place[];
  readonly come: readonly Place[];
};

/** Pairs branches that mean the same, then those with one name, tag or title, then those of the same types. */
function alignBranches(before: readonly Place[], after: readonly Place[], direction: Direction): Alignment {
  const marks: ((place: Place) => string | undefined)[] = [
    (place) => canonicalForm([place], direction),
    (place) => readRefName(place),
    (place) => readTag(place, direction),
    (place) => readTexts(viewOf([place], direction).parts, "title")[0],
    (place) => canonicalText([...viewOf([place], direction).types]),
  ];
  let { pairs, gone, come } = pairWrittenAlike(before, after);
  for (const [index, mark] of marks.entries()) {
    // What means the same is of the same types: one branch against one needs no form.
    if (gone.length === 0 || come.length === 0 || (index === 0 && gone.length + come.length === 2)) continue;
    const next = pairByMark(gone, come, mark);
    pairs = [...pairs, ...next.pairs];
    ({ gone, come } = next);
  }
  return { pairs, gone, come };
}

function pairWrittenAlike(before: readonly Place[], after: readonly Place[]): Alignment {
  const come = [...after];
  const pairs: (readonly [Place, Place])[] = [];
  for (const old of before) {
    const index = come.findIndex((place) => areWrittenAlike([old], [place]));
    if (index !== -1) pairs.push(...come.splice(index, 1).map((found) => [old, found] as const));
  }
  const paired = new Set(pairs.map(([old]) => old));
  return { pairs, gone: before.filter((place) => !paired.has(place)), come };
}

function pairByMark(
  before: readonly Place[],
  after: readonly Place[],
  mark: (place: Place) => string | undefined,
): Alignment {
  const marked = after.map((place) => ({ place, text: mark(place) }));
  const pairs: (readonly [Place, Place])[] = [];
  const gone: Place[] = [];
  for (const old of before) {
    const wanted = mark(old);
    const index = wanted === undefined ? -1 : marked.findIndex(({ text }) => text === wanted);
    if (index === -1) gone.push(old);
    else pairs.push(...marked.splice(index, 1).map(({ place }) => [old, place] as const));
  }
  return { pairs, gone, come: marked.map(({ place }) => place) };
}

function readRefName(place: Place): string | undefined {
  const { $ref } = recordAt(place);
  return typeof $ref === "string" ? $ref : undefined;
}

/** What tells a branch from the others: the listed values of its properties. */
function readTag(place: Place, direction: Direction): string | undefined {
  const view: View = viewOf([place], direction);
  const tags = view.names.flatMap((name) => {
    const properties = view.parts.map((part) => memberOf(part.place, "properties"));
    const own = properties
      .flatMap((each) => (each === undefined ? [] : [memberOf(each, name)]))
      .find((each) => each !== undefined);
    const values = own === undefined ? undefined : viewOf([own], direction).values;
    return values === undefined ? [] : [[name, values]];
  });
  return tags.length === 0 ? undefined : canonicalText(tags);
}
