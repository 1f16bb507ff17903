import type { Node } from "../../node/node.js";
import type { ArrayShape } from "./array-shape.js";
import { countsOne, fillTail } from "./array-tail.js";
import { EMPTY, firstWitness, witness, type Outcome, type Undecided } from "../outcome.js";
import { countItem, isMet, startTally, type Role, type Tally } from "./roles.js";
import type { Solver } from "../solver.js";

/** Two indices at which the same value is to stand. */
export type Pair = { readonly first: number; readonly second: number };

/** A way to come to a tally: the items so far, the last one first. */
type Way = { readonly tally: Tally; readonly items: Items; readonly paired: Role | undefined };
type Items = { readonly value: unknown; readonly before: Items } | undefined;

/** More places than these are not walked one by one where they are all alike. */
const MAX_WALKED = 300;

/**
 * The shortest array that meets the counts, by dynamic programming over positions: of the ways to a position,
 * only those that no other one is ahead of are kept. An array longer than all that is asked for brings nothing new.
 */
export function walkItems(
  solver: Solver,
  shape: ArrayShape,
  roles: readonly Role[],
  pair: Pair | undefined,
): Outcome {
  const least = Math.max(shape.min, pair === undefined ? 0 : pair.second + 1);
  const needed = shape.needs.reduce((sum, { count }) => sum + count, 0);
  const longest = Math.min(shape.max, Math.max(least, shape.tail) + needed);
  const edge = Math.max(shape.tail, pair === undefined ? 0 : pair.second + 1);
  const isWalked = !countsOne(shape) && longest - edge <= MAX_WALKED;
  let ways: readonly Way[] = [{ tally: startTally(shape), items: undefined, paired: undefined }];
  let unsure: Undecided | undefined;
  for (let index = 0; ; index++) {
    const done = index >= least ? ways.find(({ tally }) => isMet(tally)) : undefined;
    if (done !== undefined) return witness(listItems(done.items));
    if (index >= longest || ways.length === 0) return unsure ?? EMPTY;
    if (index >= edge && !isWalked)
      return firstWitness([...ways.map((way) => finish(solver, shape, roles, way, index)), unsure ?? EMPTY]);
    let next: readonly Way[] = [];
    for (const way of ways) {
      for (const role of roles) {
        const step = takeStep(solver, shape, way, index, role, pair);
        if (step === undefined) continue;
        if ("kind" in step) unsure = step;
        else next = addWay(solver.space, next, step);
      }
    }
    ways = next;
  }
}

/** undefined when no item can stand there in this role. */
function takeStep(
  { space, find }: Solver,
  shape: ArrayShape,
  way: Way,
  index: number,
  role: Role,
  pair: Pair | undefined,
): Way | Undecided | undefined {
  space.spend(1);
  // Equal items play the same role.
  if (index === pair?.second && way.paired !== role) return undefined;
  const tally = countItem(shape, way.tally, index, role);
  if (tally === undefined) return undefined;
  const outcome = find(space.and(limitOf(space.and.bind(space), shape, index, pair), role.node));
  if (outcome.kind === "empty") return undefined;
  if (outcome.kind === "undecided") return outcome;
  return {
    tally,
    items: { value: outcome.value, before: way.items },
    paired: index === pair?.first ? role : way.paired,
  };
}

function limitOf(
  and: (...nodes: readonly Node[]) => Node,
  { limitAt }: ArrayShape,
  index: number,
  pair: Pair | undefined,
): Node {
  if (pair === undefined || (index !== pair.first && index !== pair.second)) return limitAt(index);
  return and(limitAt(pair.first), limitAt(pair.second));
}

/** A way to the tail, with the tail. */
function finish(
  solver: Solver,
  shape: ArrayShape,
  roles: readonly Role[],
  { tally, items }: Way,
  index: number,
): Outcome {
  const { min, max } = shape;
  const tail = fillTail(solver, shape, roles, { ...tally, least: min - index, most: max - index });
  return tail.kind === "items" ? witness([...listItems(items), ...tail.items]) : tail;
}

/** Keeps only ways that no other one is ahead of. */
function addWay({ spend }: Solver["space"], ways: readonly Way[], way: Way): readonly Way[] {
  spend(ways.length / 64);
  if (ways.some((other) => isAhead(other, way))) return ways;
  return [...ways.filter((other) => !isAhead(way, other)), way];
}

/** Whether everything that can follow the second way can follow the first one too. */
function isAhead(a: Way, b: Way): boolean {
  return (
    a.paired === b.paired &&
    a.tally.needs.every((left, i) => left <= (b.tally.needs[i] ?? 0)) &&
    a.tally.room.every((left, i) => left >= (b.tally.room[i] ?? 0))
  );
}

function listItems(last: Items): readonly unknown[] {
  const items: unknown[] = [];
  for (let item = last; item !== undefined; item = item.before) items.push(item.value);
  return items.toReversed();
}
