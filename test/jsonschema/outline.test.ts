import { expect, test } from "vitest";
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
