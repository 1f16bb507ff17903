import { describe, expect, test } from "vitest";
import {
  ALL,
  createGather,
  createNeed,
  createThread,
  DONE,
  joinNeeds,
  NONE,
  type Need,
} from "../../../scripts/pattern/automaton/threads.js";

const gather = createGather();
const one = gather([createThread(1, [])]);
const two = gather([createThread(2, [])]);
const must = createNeed(false, one);
const mustNot = createNeed(true, one);
const other = createNeed(false, two);
const keys = (needs: readonly Need[]) => needs.map(({ key }) => key);

describe("threads gathered", () => {
  test("of nothing are none", () => {
    expect(gather([])).toBe(NONE);
  });

  test("with one that is done and needs nothing are all", () => {
    expect(gather([createThread(3, []), createThread(DONE, [])])).toBe(ALL);
    expect(gather([createThread(DONE, [must])])).not.toBe(ALL);
  });

  test("are the same in any order and however often each stands", () => {
    const [first, second] = [createThread(3, []), createThread(4, [must])];
    const gathered = gather([first, second]);
    expect(gather([second, first, second])).toBe(gathered);
    expect(gathered.list).toEqual([first, second]);
  });

  test("are others for other steps and other needs", () => {
    const sets = [
      [createThread(5, [])],
      [createThread(5, [must])],
      [createThread(5, [mustNot])],
      [createThread(6, [])],
    ];
    expect(new Set(sets.map((set) => gather(set).id)).size).toBe(4);
    expect([one.id, two.id]).not.toContain(NONE.id);
    expect([one.id, two.id]).not.toContain(ALL.id);
  });

  test.each<[claim: string, needs: readonly (readonly Need[])[], kept: readonly number[]]>([
    ["one that needs less makes another of its step needless", [[must, other], [must]], [1]],
    ["one without needs makes all of its step needless", [[must], [], [other]], [1]],
    ["one that needs something else stays", [[must], [other]], [0, 1]],
    ["one that needs fewer, but something else, takes none away", [[must, other], [mustNot]], [0, 1]],
  ])("%s", (_, needs, kept) => {
    const threads = needs.map((some) => createThread(7, joinNeeds([], some)));
    const expected = kept.map((i) => threads[i]?.key).toSorted();
    expect(gather(threads).list.map(({ key }) => key)).toEqual(expected);
  });

  test("a thread of another step takes none away", () => {
    expect(gather([createThread(8, []), createThread(9, [must])]).list).toHaveLength(2);
  });
});

describe("needs joined", () => {
  test.each<[claim: string, some: readonly Need[], others: readonly Need[], expected: readonly Need[]]>([
    ["with none are the same", [other, must], [], [other, must]],
    ["each stands once", [must], [must, other], [must, other]],
    ["in one order", [other], [mustNot, must], [mustNot, must, other]],
  ])("%s", (_, some, others, expected) => {
    expect(keys(joinNeeds(some, others))).toEqual(keys(expected));
  });
});
