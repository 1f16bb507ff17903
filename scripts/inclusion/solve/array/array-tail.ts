import type { CountItems } from "../../node/node.js";
import type { ArrayShape } from "./array-shape.js";
import { EMPTY, undecided, type Empty, type Undecided } from "../outcome.js";
import type { Role, Tally } from "./roles.js";
import type { Solver } from "../solver.js";

/** Longer arrays are not built. */
export const MAX_ITEMS = 200_000;

/** What the items of the tail have to meet: what is left of the counts, and how many items there may be. */
type Asked = Tally & { readonly least: number; readonly most: number };

/** A role that an item of the tail can play, with a value for it. */
type Player = { readonly counted: Role["counted"]; readonly value: unknown };

type Tail = Empty | Undecided | { readonly kind: "items"; readonly items: readonly unknown[] };

/**
 * The items of the tail. All places there are alike, so what matters is how many items play each role, however many they
 * are: only numbers that just meet a count are tried, and where one expression is counted no others are needed.
 */
export function fillTail(solver: Solver, shape: ArrayShape, roles: readonly Role[], asked: Asked): Tail {
  const { players, unsure } = listPlayers(solver, shape, roles);
  if (isImpossible(shape, players, asked)) return unsure ?? EMPTY;
  const numbers = chooseNumbers(solver, shape, players, asked);
  if (numbers === undefined)
    return unsure ?? (countsOne(shape) ? EMPTY : undecided("too many items are counted at once"));
  const length = numbers.reduce((sum, number) => sum + number, 0);
  if (length > MAX_ITEMS) return undecided("an array this long is not built");
  solver.space.spend(length);
  const runs = players.map(({ value }, i) => Array.from({ length: numbers[i] ?? 0 }, () => value));
  return { kind: "items", items: (shape.caps.length > 0 ? runs.toReversed() : runs).flat() };
}

/** Whether one expression at most is counted: its denial is another one. */
export function countsOne({ needs, caps }: ArrayShape): boolean {
  return new Set([...needs, ...caps].map(({ item }) => item)).size <= 1;
}

/** Those that are counted most often first. */
function listPlayers({ space, find }: Solver, { tail, limitAt }: ArrayShape, roles: readonly Role[]) {
  const players: Player[] = [];
  let unsure: Undecided | undefined;
  for (const { counted, node } of roles) {
    const outcome = find(space.and(limitAt(tail), node));
    if (outcome.kind === "witness") players.push({ counted, value: outcome.value });
    else if (outcome.kind === "undecided") unsure = outcome;
  }
  return { players: players.toSorted((a, b) => b.counted.size - a.counted.size), unsure };
}

/** Whether more is needed than there is room for, of one expression or in all. */
function isImpossible({ needs, caps }: ArrayShape, players: readonly Player[], asked: Asked): boolean {
  const isTooMuch = (count: number, able: readonly Player[]): boolean =>
    count > asked.most ||
    (count > 0 && able.length === 0) ||
    caps.some(({ item }, i) => count > roomOf(asked, i) && able.every(({ counted }) => counted.has(item)));
  const isShort = ({ item }: CountItems, i: number): boolean =>
    isTooMuch(
      asked.needs[i] ?? 0,
      players.filter(({ counted }) => counted.has(item)),
    );
  return isTooMuch(asked.least, players) || needs.some(isShort);
}

function roomOf({ room }: Tally, i: number): number {
  return room[i] ?? Infinity;
}

/** How many items play each role, as few as may be of the first ones; undefined when no such numbers meet all counts. */
function chooseNumbers(
  solver: Solver,
  shape: ArrayShape,
  [player, ...others]: readonly Player[],
  asked: Asked,
): readonly number[] | undefined {
  solver.space.spend(1);
  if (player === undefined)
    return asked.least <= 0 && asked.needs.every((left) => left <= 0) ? [] : undefined;
  const most = Math.min(asked.most, ...asked.room.filter((_, i) => countOf(shape.caps[i], player, 1) > 0));
  const exact = asked.needs.filter((_, i) => countOf(shape.needs[i], player, 1) > 0);
  const numbers = new Set([0, asked.least, ...exact, most].filter((number) => number >= 0 && number <= most));
  for (const number of [...numbers].toSorted((a, b) => a - b)) {
    if (number === Infinity) break;
    const rest = chooseNumbers(solver, shape, others, {
      needs: asked.needs.map((left, i) => left - countOf(shape.needs[i], player, number)),
      room: asked.room.map((left, i) => left - countOf(shape.caps[i], player, number)),
      least: asked.least - number,
      most: asked.most - number,
    });
    if (rest !== undefined) return [number, ...rest];
  }
  return undefined;
}

function countOf(atom: CountItems | undefined, { counted }: Player, number: number): number {
  return atom !== undefined && counted.has(atom.item) ? number : 0;
}
