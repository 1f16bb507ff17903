import { memberOf, membersOf, recordAt } from "../../../json/place.js";
import type { Place, Sides } from "../../document/document.js";
import { readAll, type Group } from "../../schema/constraints.js";
import type { Part } from "../../schema/flatten.js";
import { areApart } from "./apart.js";
import { alignBranches } from "./branches.js";
import { compareSub, inner, LENSES, type Found, type Lens, type Spot } from "./spot.js";

/** Differences in the keywords that put schemas together. */
export function* compareCombinators(spot: Spot): Generator<Found> {
  yield* compareConditions(spot);
  yield* compareDependent(spot);
  const length = Math.max(spot.base.groups.length, spot.head.groups.length);
  for (let index = 0; index < length; index += 1)
    yield* compareGroups(spot, { base: spot.base.groups[index], head: spot.head.groups[index] });
}

/** A condition that is added or removed is one change, whatever follows from it. */
function* compareConditions(spot: Spot): Generator<Found> {
  const [was, now] = [spot.base, spot.head].map(({ parts }) => readAll(parts, "if").length);
  yield* compareSub(spot, "if", LENSES.blur);
  if (was !== now) return;
  yield* compareSub(spot, "then");
  yield* compareSub(spot, "else");
}

function* compareDependent({ base, head }: Spot): Generator<Found> {
  const [old, now] = [readDependent(base.parts), readDependent(head.parts)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const places = { base: old.get(name), head: now.get(name) };
    if (places.base !== undefined && places.head !== undefined) {
      yield inner([places.base], [places.head]);
      continue;
    }
    yield {
      kind: "assertion",
      keyword: "dependentSchemas",
      name,
      path: [],
      ...places,
      was: old.has(name),
      now: now.has(name),
      comparison: now.has(name) ? "narrower" : "wider",
    };
  }
}

function readDependent(parts: readonly Part[]): ReadonlyMap<string, Place> {
  return new Map(parts.flatMap(({ place }) => [...membersOf(memberOf(place, "dependentSchemas"))]));
}

function* compareGroups(spot: Spot, { base, head }: Sides<Group | undefined>): Generator<Found> {
  if (base === undefined || head === undefined) {
    yield {
      kind: "assertion",
      keyword: (head ?? base)?.keyword ?? "anyOf",
      path: [],
      base: base?.place,
      head: head?.place,
      was: base?.branches.length,
      now: head?.branches.length,
      comparison: base === undefined ? "narrower" : "wider",
    };
    return;
  }
  if (base.keyword !== head.keyword) yield changeOfKeyword(base, head);
  // Of alternatives of which one alone may hold, more of one may be less of another.
  const isCounted = [base, head].some(
    ({ keyword, branches }) => keyword === "oneOf" && !areApart(branches, spot.direction),
  );
  const lens = isCounted ? LENSES.blur : LENSES.keep;
  const { pairs, removed, added } = alignBranches(base.branches, head.branches, spot.direction);
  for (const pair of pairs) yield inner([pair.base], [pair.head], [], lens);
  const places = [
    ...removed.map((place) => ({ base: place, head: undefined })),
    ...added.map((place) => ({ base: undefined, head: place })),
  ];
  for (const each of places) yield changeOfBranch(head.keyword, each, lens);
}

function changeOfKeyword(base: Group, head: Group): Found {
  return {
    kind: "assertion",
    keyword: head.keyword,
    path: [],
    base: base.place,
    head: head.place,
    was: base.keyword,
    now: head.keyword,
    comparison: head.keyword === "anyOf" ? "wider" : "narrower",
  };
}

function changeOfBranch(keyword: string, { base, head }: Sides<Place | undefined>, lens: Lens): Found {
  return {
    kind: "assertion",
    keyword,
    path: [],
    base,
    head,
    was: base && nameBranch(base),
    now: head && nameBranch(head),
    comparison: lens(base === undefined ? "wider" : "narrower"),
  };
}

function nameBranch(place: Place): string {
  const { $ref, title, type } = recordAt(place);
  if (typeof $ref === "string") return $ref.slice($ref.lastIndexOf("/") + 1);
  if (typeof title === "string") return title;
  return typeof type === "string" ? type : place.pointer.slice(place.pointer.lastIndexOf("/") + 1);
}
