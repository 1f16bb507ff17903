import { describe, expect, test } from "vitest";
import { complementSet, namedSet, uniteSets } from "../../../scripts/pattern/syntax/code-set.js";

function membersOf(set: readonly number[]): readonly string[] {
  return set.flatMap((low, i) => {
    const high = i % 2 === 0 ? (set[i + 1] ?? -1) : -1;
    return Array.from({ length: Math.max(0, high - low + 1) }, (_, n) => String.fromCharCode(low + n));
  });
}

describe("sets of characters", () => {
  test.each([
    [[], []],
    [
      [
        [5, 7],
        [1, 2],
      ],
      [1, 2, 5, 7],
    ],
    [
      [
        [1, 2],
        [3, 4],
      ],
      [1, 4],
    ],
    [
      [
        [1, 2],
        [4, 5],
      ],
      [1, 2, 4, 5],
    ],
    [
      [
        [1, 9],
        [2, 3],
      ],
      [1, 9],
    ],
    [
      [
        [0, 0, 8, 8],
        [1, 7],
      ],
      [0, 8],
    ],
  ])("%j together are %j", (sets, expected) => {
    expect(uniteSets(sets)).toEqual(expected);
  });

  test.each([
    [[], [0, 9]],
    [[0, 9], []],
    [
      [0, 3],
      [4, 9],
    ],
    [
      [3, 9],
      [0, 2],
    ],
    [
      [0, 8],
      [9, 9],
    ],
    [
      [1, 1, 3, 5],
      [0, 0, 2, 2, 6, 9],
    ],
  ])("up to 9, all but %j is %j", (set, expected) => {
    expect(complementSet(set, 9)).toEqual(expected);
  });

  test.each([
    ["d", "0123456789"],
    ["w", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"],
  ])("\\%s is %s", (letter, expected) => {
    const set = namedSet(letter, 0xff) ?? [];
    const letters = Array.from({ length: 256 }, (_, code) => code).filter((code) =>
      set.some((low, i) => i % 2 === 0 && low <= code && code <= (set[i + 1] ?? -1)),
    );
    expect(String.fromCharCode(...letters)).toBe(expected);
    expect(namedSet(letter.toUpperCase(), 0xff)).toEqual(complementSet(set, 0xff));
  });

  test.each(["\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "."])(
    "%s has the members that the engine finds",
    (name) => {
      const set = namedSet(name.slice(-1), 0xffff) ?? [];
      const [inside, outside] = [set, complementSet(set, 0xffff)].map(membersOf);
      const expression = new RegExp(`^${name}$`);
      expect(inside?.filter((letter) => !expression.test(letter))).toEqual([]);
      expect(outside?.filter((letter) => expression.test(letter))).toEqual([]);
    },
  );

  test.each(["a", "", "b", "B"])("%j names no set", (letter) => {
    expect(namedSet(letter, 0xff)).toBeUndefined();
  });
});
