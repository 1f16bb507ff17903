import { describe, expect, test } from "vitest";
import { compiled, problemsOf } from "./compiled.js";

const [invalid, unsafe, safe] = ["a(", "^(a+)\\1$", "^b$"];
const ANNOTATE = { unsafePatterns: "annotate" } as const;

describe("a pattern that is not run asserts nothing", () => {
  test.each<[claim: string, schema: object, value: unknown, valid: boolean]>([
    ["one that is none", { pattern: invalid }, "c", true],
    ["one that could take too long", { pattern: unsafe }, "c", true],
    ["what stands beside it does", { pattern: invalid, maxLength: 1 }, "cc", false],
    ["names that it stands for are not looked at", { patternProperties: { [invalid]: false } }, { a: 1 }, true],
    ["those of another pattern are", { patternProperties: { [invalid]: false, [safe]: false } }, { b: 1 }, false],
    ["nor is the rest, of which nobody knows", { patternProperties: { [unsafe]: true }, additionalProperties: false }, { c: 1 }, true],
    ["nor what has not been evaluated", { patternProperties: { [unsafe]: true }, unevaluatedProperties: false }, { c: 1 }, true],
    ["the rest of patterns that are run is", { patternProperties: { [safe]: true }, additionalProperties: false }, { c: 1 }, false],
    ["so it is beside a pattern of texts that is not run", { pattern: invalid, patternProperties: { [safe]: true }, additionalProperties: false }, { c: 1 }, false],
  ])("%s", async (_, schema, value, valid) => {
    const { is, validate } = await compiled(schema, ANNOTATE);
    expect([is(value), validate(value).length === 0]).toEqual([valid, valid]);
  }); // prettier-ignore

  test("which its author is told", async () => {
    expect(await problemsOf({ pattern: unsafe }, ANNOTATE)).toMatchObject([
      {
        severity: "warning",
        rule: "unsafe-pattern",
        message: "not asserted, because a backreference, and it is not shown to take linear time",
        pointer: "/pattern",
      },
    ]);
  });
});

const messageOf = async (prefix: string) => {
  const [problem] = await problemsOf({ pattern: `^${prefix}(a+)+$` });
  return problem?.message.split(": ")[1];
};

test("an attack is told whole up to 80 characters, with its quotes", async () => {
  const [whole, longer] = ["x".repeat(52), "x".repeat(53)];
  expect(await messageOf(whole)).toBe(`"${whole}${"a".repeat(25)}b"`);
  expect(await messageOf(longer)).toBe(`"${longer}${"a".repeat(6)}… (81 characters)`);
});
