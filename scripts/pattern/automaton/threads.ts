/**
 * A way through a pattern with lookarounds: the step it has come to, and what must hold of the rest of the text
 * besides. `DONE` when nothing but the needs is left. Equal threads have the same key.
 */
export type Thread = { readonly pc: number; readonly needs: readonly Need[]; readonly key: string };

/** A lookahead under way: some thread must come to its end, or none when `negated`. */
export type Need = { readonly negated: boolean; readonly threads: Threads; readonly key: string };

/** Alternative threads; equal ones have the same number. */
export type Threads = { readonly id: number; readonly list: readonly Thread[] };

export const DONE = -1;

/** No thread is left. */
export const NONE: Threads = { id: 0, list: [] };
/** One has come to its end: whatever follows is accepted. */
export const ALL: Threads = { id: 1, list: [createThread(DONE, [])] };

export function createThread(pc: number, needs: readonly Need[]): Thread {
  return { pc, needs, key: `${pc}:${needs.map(({ key }) => key).join()}` };
}

export function createNeed(negated: boolean, threads: Threads): Need {
  return { negated, threads, key: `${negated ? "!" : ""}${threads.id}` };
}

/** Each need once, in a fixed order. */
export function joinNeeds(some: readonly Need[], others: readonly Need[]): readonly Need[] {
  if (others.length === 0) return some;
  const distinct = new Map([...some, ...others].map((need) => [need.key, need]));
  return [...distinct.values()].sort(byKey);
}

function byKey(a: Thread | Need, b: Thread | Need): number {
  return a.key < b.key ? -1 : 1;
}

/** Numbers sets of threads, without those that another one of the set makes needless. */
export type Gather = (threads: readonly Thread[]) => Threads;

export function createGather(): Gather {
  const known = new Map<string, Threads>([["", NONE]]);
  return (threads) => {
    if (threads.some(({ pc, needs }) => pc === DONE && needs.length === 0)) return ALL;
    const distinct = [...new Map(threads.map((thread) => [thread.key, thread])).values()];
    const list = dropCovered(distinct).sort(byKey);
    const key = list.map((thread) => thread.key).join(" ");
    const gathered = known.get(key) ?? { id: known.size + 1, list };
    known.set(key, gathered);
    return gathered;
  };
}

/** Drops a thread when another one has come to the same step and needs less. */
function dropCovered(threads: readonly Thread[]): Thread[] {
  const byStep = new Map<number, Thread[]>();
  for (const thread of threads) {
    const list = byStep.get(thread.pc);
    if (list === undefined) byStep.set(thread.pc, [thread]);
    else list.push(thread);
  }
  return [...byStep.values()].flatMap((list) =>
    list.length === 1 ? list : list.filter((thread) => !list.some((other) => needsLess(other, thread))),
  );
}

function needsLess(some: Thread, other: Thread): boolean {
  return (
    some.needs.length < other.needs.length &&
    some.needs.every(({ key }) => other.needs.some((need) => need.key === key))
  );
}
