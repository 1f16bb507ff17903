import { describe, expect, test } from "vitest";
import { propertySets } from "../../../scripts/pattern/syntax/property-set.js";

describe("the set of a property of Unicode", () => {
  const sets = propertySets();
  const planes = Array.from({ length: 16 }, (_, i) => (i + 1) * 0x10000);

  // None of these changes from one version of Unicode to the next.
  test.each<[name: string, ranges: readonly number[]]>([
    ["Any", [0, 0x10ffff]],
    ["ASCII", [0, 0x7f]],
    ["ASCII_Hex_Digit", [0x30, 0x39, 0x41, 0x46, 0x61, 0x66]],
    ["Surrogate", [0xd800, 0xdfff]],
    ["Private_Use", [0xe000, 0xf8ff, 0xf0000, 0xffffd, 0x100000, 0x10fffd]],
    [
      "Noncharacter_Code_Point",
      [0xfdd0, 0xfdef, 0xfffe, 0xffff, ...planes.flatMap((plane) => [plane + 0xfffe, plane + 0xffff])],
    ],
    ["Script=Deseret", [0x10400, 0x1044f]],
  ])("%s", (name, ranges) => {
    expect(sets(name)).toEqual(ranges);
  });

  test("is looked up once", () => {
    expect(sets("Any")).toBe(sets("Any"));
  });
});
