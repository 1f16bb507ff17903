import type { Direction } from "../../json/direction.js";
import { ts } from "../../morph.js";
import { mapSides, type Sides } from "../document/document.js";
import { ANY_KEY, hasFlag, idOf, isObject, itemOf, memberOf, membersOf, restOf } from "./type-parts.js";

type Path = readonly string[];

/** Alternatives of both sides that stand at one spot. */
type Pair = Sides<readonly ts.Type[]>;

/** What a spot loses by itself, and the spots below it. */
type Spot = {
  readonly lost: readonly string[];
  readonly below: readonly (readonly [key: string, pair: Pair])[];
};

/** Where a name is lost, and the name of the two types there. */
type LostName = { readonly path: Path; readonly types: string };

export type FindNames = (types: Sides<ts.Type>, direction: Direction) => readonly LostName[];

/**
 * Names that base has in some alternative and head in none; and in an answer, names that every alternative of base has and
 * not every one of head. Each pair of types is looked at once, wherever it stands.
 */
export function createNameFinder(checker: ts.TypeChecker): FindNames {
  const known = new Map<string, Spot>();
  const listStructures = createStructures(checker);
  return (types, direction) => {
    const losses: LostName[] = [];
    const seen = new Set<string>();
    const queue: (readonly [Path, Pair])[] = [[[], mapSides(types, (type) => [type])]];
    for (const [path, pair] of queue) {
      const alternatives = mapSides(pair, listStructures);
      const key = nameOf(alternatives, direction);
      if (seen.has(key)) continue;
      seen.add(key);
      const spot = known.get(key) ?? readSpot(checker, alternatives, direction);
      known.set(key, spot);
      losses.push(...spot.lost.map((name) => ({ path: [...path, name], types: `${key}\n${name}` })));
      queue.push(...spot.below.map(([step, inner]) => [[...path, step], inner] as const));
    }
    return losses;
  };
}

function nameOf({ base, head }: Pair, direction: Direction): string {
  return [direction, ...[base, head].map((types) => types.map(idOf).join(" "))].join("\n");
}

/** Objects and arrays: what else there is has no names that anybody indexes by. */
function createStructures(checker: ts.TypeChecker) {
  const known = new Map<ts.Type, readonly ts.Type[]>();
  const readOf = (type: ts.Type): readonly ts.Type[] =>
    membersOf(type).filter((each) => isObject(checker, each) || itemOf(checker, each) !== undefined);
  return (types: readonly ts.Type[]): readonly ts.Type[] => {
    const all = types.flatMap((type) => {
      const structures = known.get(type) ?? readOf(type);
      known.set(type, structures);
      return structures;
    });
    return [...new Set(all)];
  };
}

function readSpot(checker: ts.TypeChecker, pair: Pair, direction: Direction): Spot {
  const items = mapSides(pair, (types) => types.flatMap((type) => itemOf(checker, type) ?? []));
  const objects = mapSides(pair, (types) => types.filter((type) => isObject(checker, type)));
  const rests = mapSides(objects, (types) => types.flatMap((type) => restOf(checker, type) ?? []));
  const members = [...listNames(checker, objects.base)].map((name) => {
    const base = objects.base.flatMap((type) => memberOf(checker, type, name) ?? []);
    return [name, { base, head: readKept(checker, name, base, objects.head) }] as const;
  });
  const isLost = ([, { base, head }]: (typeof members)[number]): boolean => {
    const isEverywhere = direction === "response" && base.length === objects.base.length;
    return head.length === 0 || (isEverywhere && head.length < objects.head.length);
  };
  const isMapLost =
    rests.head.length === 0 && objects.head.length > 0 && rests.base.some((type) => !hasFlag(type, ANYTHING));
  return {
    lost: [...members.filter(isLost).map(([name]) => name), ...(isMapLost ? [ANY_KEY] : [])],
    below: [...members.filter((member) => !isLost(member)), [ANY_KEY, items], [ANY_KEY, rests]],
  };
}

/** What stands under a name of base in head. Where it is one of any further names, it has to be of the same type. */
function readKept(
  checker: ts.TypeChecker,
  name: string,
  base: readonly ts.Type[],
  head: readonly ts.Type[],
): readonly ts.Type[] {
  const wanted = base.map((type) => checker.getNonNullableType(type));
  return head.flatMap((type) => {
    const kept = memberOf(checker, type, name);
    if (kept === undefined || checker.getPropertyOfType(type, name) !== undefined) return kept ?? [];
    const isSame = wanted.every(
      (each) => checker.isTypeAssignableTo(each, kept) && checker.isTypeAssignableTo(kept, each),
    );
    return isSame ? [kept] : [];
  });
}

/** Nobody reads a name of which nothing is known, or under which nothing may stand. */
const ANYTHING = ts.TypeFlags.Unknown | ts.TypeFlags.Never;
const NOTHING = ts.TypeFlags.Undefined | ts.TypeFlags.Never;

/** Names of some alternative under which a value can stand. */
function listNames(checker: ts.TypeChecker, types: readonly ts.Type[]): ReadonlySet<string> {
  const properties = types.flatMap((type) => checker.getPropertiesOfType(type));
  const isUsed = (property: ts.Symbol): boolean =>
    membersOf(checker.getTypeOfSymbol(property)).some((type) => !hasFlag(type, NOTHING));
  return new Set(properties.filter(isUsed).map(({ name }) => name));
}
