import { canonicalText } from "../../../json/value.js";
import type { Node } from "../../node/node.js";
import type { ArrayShape } from "./array-shape.js";
import { EMPTY, firstWitness, undecided, witness, type Outcome } from "../outcome.js";
import { countItem, isMet, startTally, type Role, type Tally } from "./roles.js";
import { findSeveral, type Several } from "../several.js";
import type { Solver } from "../solver.js";

/** Ways to give roles to places that are looked at. */
const MAX_RUNS = 2000;

/** An array of distinct items: roles for each place, then a matching of places with values. */
export function solveDistinct(solver: Solver, shape: ArrayShape, roles: readonly Role[]): Outcome {
  const needed = shape.needs.reduce((sum, { count }) => sum + count, 0);
  const longest = needed === 0 ? shape.min : Math.min(shape.max, Math.max(shape.min, shape.tail) + needed);
  const several = rememberSeveral(solver);
  let left = MAX_RUNS;
  function* outcomes(): Iterable<Outcome> {
    for (let length = shape.min; length <= longest; length++) {
      for (const places of runsOf(solver, shape, roles, length)) {
        if (left-- <= 0) {
          yield undecided("too many ways to choose distinct items");
          return;
        }
        yield matchPlaces(solver, places, (place) => several(place, places.length));
      }
    }
  }
  return firstWitness(outcomes());
}

/** What each place of an array of some length is asked for, for every way to meet the counts. */
function* runsOf(
  { space, find }: Solver,
  shape: ArrayShape,
  roles: readonly Role[],
  length: number,
): Iterable<readonly Node[]> {
  function* extend(places: readonly Node[], tally: Tally): Iterable<readonly Node[]> {
    space.spend(1);
    const index = places.length;
    if (tally.needs.some((needed) => needed > length - index)) return;
    if (index === length) {
      if (isMet(tally)) yield places;
      return;
    }
    for (const role of roles) {
      const next = countItem(shape, tally, index, role);
      const place = space.and(shape.limitAt(index), role.node);
      if (next !== undefined && find(place).kind !== "empty") yield* extend([...places, place], next);
    }
  }
  yield* extend([], startTally(shape));
}

function rememberSeveral(solver: Solver): (node: Node, count: number) => Several {
  const known = new Map<string, Several>();
  return (node, count) => {
    const key = `${node.id} ${count}`;
    const found = known.get(key) ?? findSeveral(solver, node, count);
    known.set(key, found);
    return found;
  };
}

type Owner = { readonly place: number; readonly value: unknown };

/**
 * A value for each place, all of them different, by augmenting paths. As many values for a place as there are places
 * are enough (Hall's theorem).
 */
function matchPlaces({ space }: Solver, places: readonly Node[], several: (place: Node) => Several): Outcome {
  const options = places.map(several);
  const named = options.map(({ values }) => values.map((value) => [canonicalText(value), value] as const));
  const owners = new Map<string, Owner>();
  const assign = (place: number, seen: Set<string>): boolean =>
    (named[place] ?? []).some(([text, value]) => {
      if (seen.has(text)) return false;
      space.spend(1);
      seen.add(text);
      const owner = owners.get(text);
      if (owner !== undefined && !assign(owner.place, seen)) return false;
      owners.set(text, { place, value });
      return true;
    });
  if (places.every((_, place) => assign(place, new Set()))) {
    const items = [...owners.values()].toSorted((a, b) => a.place - b.place);
    return witness(items.map(({ value }) => value));
  }
  return options.every(({ isComplete }) => isComplete)
    ? EMPTY
    : undecided("not all values of an item are known");
}
