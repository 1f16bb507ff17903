import { describe, expect, test } from "vitest";
import {
  classify,
  classOfCode,
  partition,
  representatives,
} from "../../../scripts/pattern/automaton/alphabet.js";

const code = (letter: string): number => letter.charCodeAt(0);

describe("partition", () => {
  test.each([
    [[], [0], [0]],
    [[[0, 99]], [0], [0]],
    [[[10, 19]], [0, 10, 20], [0, 1, 0]],
    [
      [
        [10, 19],
        [15, 24],
      ],
      [0, 10, 15, 20, 25],
      [0, 1, 2, 3, 0],
    ],
    [
      [
        [10, 19],
        [10, 19],
      ],
      [0, 10, 20],
      [0, 1, 0],
    ],
    [
      [
        [10, 19],
        [30, 39],
      ],
      [0, 10, 20, 30, 40],
      [0, 1, 0, 2, 0],
    ],
    [[[10, 19, 30, 39]], [0, 10, 20, 30, 40], [0, 1, 0, 1, 0]],
    [[[90, 99]], [0, 90], [0, 1]],
    [[[0, 9]], [0, 10], [0, 1]],
  ])("of %j begins at %j with the classes %j", (sets, starts, classOf) => {
    expect(partition(sets, 99)).toEqual({ starts, classOf, size: new Set(classOf).size, max: 99 });
  });

  test("each code has the class of its interval", () => {
    const alphabet = partition([[10, 19]], 99);
    expect([0, 9, 10, 19, 20, 99].map((one) => classOfCode(alphabet, one))).toEqual([0, 0, 1, 1, 0, 0]);
  });
});

test("classify melts neighbours of one class", () => {
  const signatures = ["x", "x", "y", "x"];
  expect(classify([0, 5, 7, 9], (i) => signatures[i] ?? "", 20)).toEqual({
    starts: [0, 7, 9],
    classOf: [0, 1, 0],
    size: 2,
    max: 20,
  });
});

describe("representatives", () => {
  test.each([
    [[], "a"],
    [[[code("a"), code("a")]], "ba"],
    [[[code("a"), code("z")]], "0a"],
    [[[0x0a, 0x0a]], "a\n"],
    [[[0x00, 0x30]], "0a"],
    [
      [
        [0x00, 0x21],
        [code("a"), code("b")],
      ],
      " 0a",
    ],
    [[[0x10, 0x2a]], " a"],
    [[[0x22, 0x2a]], 'a"'],
    [[[0x1f, 0x1f, 0x22, 0x2a]], "a\x1f"],
  ])("of the classes of %j are readable: %j", (sets, expected) => {
    const chosen = representatives(partition(sets, 0xffff));
    expect([...chosen].sort()).toEqual([...expected].map(code).sort());
  });
});
