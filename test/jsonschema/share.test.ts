import { describe, expect, test } from "vitest";
import { compiled } from "./compiled.js";

/** What is asked of items, or of every value of a map: an object whose one name is a text. */
const each = (keyword: string, name: string) => ({
  [keyword]: { type: "object", properties: { [name]: { type: "string" } } },
});

test.each([
  ["items", "array", (value: object) => [value], "0"],
  ["additionalProperties", "object", (value: object) => ({ any: value }), "any"],
])("every schema of the same %s is asked", async (keyword, type, wrap, step) => {
  const { is, validate } = await compiled({
    type,
    ...each(keyword, "a"),
    allOf: [each(keyword, "b"), each(keyword, "c")],
  });
  const values = [{ a: 1 }, { b: 1 }, { c: 1 }, { a: "", b: "", c: "" }].map((value): unknown => wrap(value));
  expect(values.map(is)).toEqual([false, false, false, true]);
  const places = values.map((value) => validate(value).map(({ path }) => path.join(".")));
  expect(places).toEqual([[`${step}.a`], [`${step}.b`], [`${step}.c`], []]);
});

describe("what stands at several places alike", () => {
  const text = { type: "string", maxLength: 2 };
  const pair = {
    type: "object",
    required: ["a"],
    properties: { a: text, "b/c": text, list: { items: text } },
  };

  test("is printed once, and says of each place where it is", async () => {
    const { validate, text: printed } = await compiled({
      properties: { one: pair, two: { anyOf: [pair, { type: "null" }] } },
    });
    expect(printed.match(/must have at most 2 characters/g)).toHaveLength(1);
    const issues = validate({ one: { a: "abc", "b/c": 1 }, two: { list: ["abc"] } });
    expect(issues.map(({ keywordLocation, path }) => [keywordLocation, path.join(" ")])).toEqual([
      ["/properties/one/properties/a/maxLength", "one a"],
      ["/properties/one/properties/b~1c/type", "one b/c"],
      ["/properties/two/anyOf/0/properties/list/items/maxLength", "two list 0"],
      ["/properties/two/anyOf/0/required", "two a"],
    ]);
  });

  test.each<[difference: string, one: unknown, two: unknown]>([
    ["a limit", { type: "string", maxLength: 1 }, { type: "string", maxLength: 2 }],
    ["a value", { type: "object", enum: [{ at: "/x" }] }, { type: "object", enum: [{ at: "/y" }] }],
    ["a pattern", { type: "string", pattern: "^a$" }, { type: "string", pattern: "^b$" }],
    ["a name", { type: "object", required: ["a"] }, { type: "object", required: ["b"] }],
    ["a reference", { type: "object", $ref: "#/$defs/a" }, { type: "object", $ref: "#/$defs/b" }],
  ])("shares nothing with what differs in %s", async (_, one, two) => {
    const $defs = { a: { required: ["a"] }, b: { required: ["b"] } };
    const all = { one, two, again: one, more: two };
    const whole = await compiled({ $defs, properties: all });
    const alone = await Promise.all(
      Object.entries(all).map(
        async ([name, own]) => [name, await compiled({ $defs, properties: { [name]: own } })] as const,
      ),
    );
    const values = ["a", "b", "aa", { a: 1 }, { b: 1 }, { at: "/x" }, { at: "/y" }];
    for (const [name, { is, validate }] of alone) {
      const objects = values.map((value) => ({ [name]: value }));
      expect(objects.map((value) => whole.is(value))).toEqual(objects.map((value) => is(value)));
      expect(objects.map((value) => whole.validate(value))).toEqual(objects.map((value) => validate(value)));
    }
  });

  test("and comes back to the whole is left where the whole counts its depth", async () => {
    const self = { type: "object", required: ["a"], properties: { next: { $ref: "#" }, a: text } };
    const { is, validate } = await compiled({ properties: { one: self, two: self } });
    const endless: { one?: unknown } = {};
    endless.one = { a: "", next: endless };
    expect(is(endless)).toBe(false);
    expect(validate(endless).map(({ message }) => message)).toEqual(["is nested more than 500 levels deep"]);
  });

  describe("and refers to what is alike too", () => {
    const inner = { type: "object", properties: { p: { type: "string" } }, required: ["p"] };
    const within = (more: object = {}) => ({
      type: "object",
      properties: { x: inner, z: { $ref: "#/$defs/A/properties/x" } },
      ...more,
    });

    test.each<[name: string, value: unknown, place: string]>([
      ["B", { z: { p: 1 } }, "/$defs/A/properties/x/properties/p/type"],
      ["B", { x: {} }, "/$defs/B/properties/x/required"],
      ["A", { z: {} }, "/$defs/A/properties/x/required"],
    ])("is told, of %s with %j, where the reference leads", async (name, value, place) => {
      const $defs = { A: within(), B: within() };
      const { validate } = await compiled({ $defs, properties: { A: { $ref: "#/$defs/A" }, B: { $ref: "#/$defs/B" } } });
      expect(validate({ [name]: value }).map(({ keywordLocation }) => keywordLocation)).toEqual([place]);
    }); // prettier-ignore
  });

  test.each<[one: unknown, two: unknown]>([
    [Infinity, null],
    [Infinity, -Infinity],
    [-0, null],
  ])("shares nothing where one may be %s and the other %s", async (one, two) => {
    const [a, b] = [one, two].map((value) => ({
      type: "object",
      properties: { a: { enum: [value, 1] }, b: text },
    }));
    const { is } = await compiled({ properties: { one: a, two: b } });
    expect([is({ one: { a: one } }), is({ two: { a: two } })]).toEqual([true, true]);
    expect([is({ one: { a: two } }), is({ two: { a: one } })]).toEqual([false, false]);
  });
});
