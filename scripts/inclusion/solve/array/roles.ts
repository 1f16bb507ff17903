import type { CountItems, Node } from "../../node/node.js";
import type { ArrayShape } from "./array-shape.js";
import type { Solver } from "../solver.js";

/** For one item: which of the counted expressions it is counted for, and what that asks of it. */
export type Role = { readonly counted: ReadonlySet<Node>; readonly node: Node };

/** More counted expressions than this make too many roles. */
const MAX_COUNTED = 8;

/**
 * Every role that an item may play. What must hold often enough is asked of an item that counts for it; what may not
 * hold too often is denied of an item that does not.
 */
export function rolesOf({ space, not }: Solver, { needs, caps }: ArrayShape): readonly Role[] | undefined {
  const needed = new Set(needs.map(({ item }) => item));
  const capped = new Set(caps.map(({ item }) => item));
  const kinds = [...new Set([...needed, ...capped])];
  if (kinds.length > MAX_COUNTED) return undefined;
  let roles: readonly Role[] = [{ counted: new Set(), node: space.everything }];
  for (const kind of kinds) {
    const without = capped.has(kind) ? not(kind) : space.everything;
    const within = needed.has(kind) ? kind : space.everything;
    roles = roles.flatMap(({ counted, node }) => [
      { counted, node: space.and(node, without) },
      { counted: new Set([...counted, kind]), node: space.and(node, within) },
    ]);
  }
  return roles.filter(({ node }) => node !== space.nothing);
}

/** How many items are still needed, and how many are still allowed, for each count of the shape. */
export type Tally = { readonly needs: readonly number[]; readonly room: readonly number[] };

export function startTally({ needs, caps }: ArrayShape): Tally {
  return { needs: needs.map(({ count }) => count), room: caps.map(({ count }) => count) };
}

/** The tally after an item; undefined when it is one too many. */
export function countItem(shape: ArrayShape, tally: Tally, index: number, role: Role): Tally | undefined {
  const counts = ({ from, item }: CountItems): number => (index >= from && role.counted.has(item) ? 1 : 0);
  const room = tally.room.map((left, i) => left - sumAt(shape.caps, i, counts));
  if (room.some((left) => left < 0)) return undefined;
  return { needs: tally.needs.map((left, i) => Math.max(0, left - sumAt(shape.needs, i, counts))), room };
}

function sumAt(list: readonly CountItems[], i: number, counts: (atom: CountItems) => number): number {
  const atom = list[i];
  return atom === undefined ? 0 : counts(atom);
}

export function isMet({ needs }: Tally): boolean {
  return needs.every((left) => left === 0);
}
