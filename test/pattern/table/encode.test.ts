import { describe, expect, test } from "vitest";
import type { Dfa } from "../../../scripts/pattern/automaton/dfa.js";
import { encodeTable } from "../../../scripts/pattern/table/encode.js";
import { packTable } from "../../../scripts/pattern/table/pack-table.js";
import { domain, ip, ipv4, ipv6, publishedDomain, publishedIp } from "../addresses.js";
import { createDfa, dfaOfPattern } from "../dfas.js";

const ALL = { starts: [0], classOf: [0] };
const A = { starts: [0, 97, 98], classOf: [0, 1, 0] };

/** The numbers of a table, each of which is a character. */
function numbersOf(table: string | undefined): readonly number[] | undefined {
  return table === undefined ? undefined : Array.from(table, (letter) => letter.charCodeAt(0) - 35);
}

/** States in a row, each of which leads where `next` says. */
function row(count: number, next: (state: number) => number): Dfa {
  return createDfa(
    ALL,
    Array.from({ length: count }, (_, i) => [[next(i + 2)], false]),
  );
}

/** What the table says of the states, from the start on: where the one class leads. */
function cellsOf(dfa: Dfa): readonly (number | undefined)[] {
  const numbers = numbersOf(encodeTable(dfa)) ?? [];
  return dfa.accepting.slice(2).map((_, i) => numbers[2 + i * 2]);
}

const far = (target: number): Dfa => row(30_000, (state) => (state === 2 ? target : 0));

describe("a table holds", () => {
  test.each<[claim: string, dfa: Dfa, numbers: readonly number[]]>([
    [
      "columns, runs, and a row a state that ends in whether the text may end there",
      createDfa(A, [
        [[0, 3], false],
        [[0, 0], true],
      ]),
      [3, 2, 97, 0, 1, 1, 0, 19, 0, 0, 0, 2],
    ],
    [
      "no run for the class of the last characters, which comes first",
      createDfa({ starts: [0, 97], classOf: [0, 1] }, [[[0, 1], false]]),
      [3, 1, 97, 1, 2, 0, 0],
    ],
    [
      "the other classes in the order in which they appear",
      createDfa({ starts: [0, 10, 20, 30], classOf: [2, 0, 1, 2] }, [[[0, 1, 0], true]]),
      [4, 3, 10, 0, 10, 1, 10, 2, 0, 0, 2, 2],
    ],
    [
      "a long run in pieces",
      createDfa({ starts: [0, 60_000], classOf: [1, 0] }, [[[0, 1], false]]),
      [3, 2, 55_260, 1, 4_740, 1, 0, 2, 0],
    ],
    [
      "the longest run in one piece",
      createDfa({ starts: [0, 55_260], classOf: [1, 0] }, [[[0, 1], false]]),
      [3, 1, 55_260, 1, 0, 2, 0],
    ],
  ])("%s", (_, dfa, numbers) => {
    expect(numbersOf(encodeTable(dfa))).toEqual(numbers);
  });

  test.each<[claim: string, dfa: Dfa, cells: readonly number[]]>([
    ["steps in a chain", row(3, (state) => (state === 4 ? 0 : state + 1)), [19, 19, 0]],
    ["the state where many lead to the same", row(3, () => 4), [8, 8, 8]],
    ["a step where both ways stand as often", row(1, () => 2), [17]],
    ["never a step to where the text is settled", row(2, (state) => state - 2), [0, 2]],
    ["a step of eight back", row(9, (state) => (state === 10 ? 2 : 0)), [0, 0, 0, 0, 0, 0, 0, 0, 1]],
    [
      "the state where a step would be longer",
      row(10, (state) => (state === 11 ? 2 : 0)),
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 4],
    ],
  ])("%s", (_, dfa, cells) => {
    expect(cellsOf(dfa)).toEqual(cells);
  });

  const chain = (states: number): Dfa => row(states - 2, (state) => (state === states - 1 ? 0 : state + 1));

  test("no more than 65,535 cells, and numbers below the surrogates", () => {
    expect(encodeTable(chain(32_767))).toHaveLength(2 + 2 * 32_765);
    expect([encodeTable(chain(32_768)), packTable(chain(32_768))]).toEqual([undefined, undefined]);
    expect(cellsOf(far(27_623))[0]).toBe(55_259);
    expect(encodeTable(far(27_624))).toBeUndefined();
  });
});

const countRuns = (table = ""): number => new Set(Array.from(table, (_, i) => table.slice(i, i + 4))).size;

describe("the numbering that packs best has the fewest different runs of four characters", () => {
  test.each([
    ["a domain name", domain, 99, 99],
    ["a domain name as published", publishedDomain, 153, 144],
    ["an IPv4 address", ipv4, 142, 98],
    ["an IPv6 address", ipv6, 817, 505],
    ["an address or a range", ip, 1053, 654],
    ["addresses as published", publishedIp, 504, 410],
    ["capital letters of many classes", "^\\p{Lu}{20}-\\d{20}$", 466, 452],
  ])("%s", (_, pattern, plain, packed) => {
    const dfa = dfaOfPattern(pattern);
    expect([encodeTable(dfa), packTable(dfa)].map(countRuns)).toEqual([plain, packed]);
  });
});
