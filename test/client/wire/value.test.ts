import { describe, expect, it } from "vitest";
import { copyValue, listMembers, toJson, toNumbers, toText } from "../../../src/wire/value.js";

class Money {
  readonly amount = 5;
  toJSON(): unknown {
    return { amount: [this.amount, undefined] };
  }
}

describe("a copy has", () => {
  it.each<[claim: string, value: unknown, copy: unknown]>([
    ["what JSON has", { a: [1, "b", true, null] }, { a: [1, "b", true, null] }],
    ["a bigint", { a: 2n }, { a: 2n }],
    ["null for a number that JSON has not", [NaN, Infinity, -Infinity, 0], [null, null, null, 0]],
    ["nothing of a function or a symbol in an object", { a: () => 1, b: Symbol("b"), c: undefined }, {}],
    ["null for them in a list", [() => 1, Symbol("b"), undefined], [null, null, null]],
    ["null where a list has a hole", Object.assign([], { length: 1 }), [null]],
    ["what toJSON gives", { at: new Date(0), price: new Money() }, { at: "1970-01-01T00:00:00.000Z", price: { amount: [5, null] } }],
    ["a member that is called toJSON and is no function", { toJSON: 1 }, { toJSON: 1 }],
    ["a text as it is", "a", "a"],
  ])("%s", (_claim, value, copy) => expect(copyValue(value)).toEqual(copy)); // prettier-ignore

  it("of an object its own members and no prototype", () => {
    const copy = copyValue({ a: {} }) as { a: object };
    expect([Object.getPrototypeOf(copy), Object.getPrototypeOf(copy.a)]).toEqual([null, null]);
    expect(Object.keys(copyValue(JSON.parse('{"__proto__":1}')) as object)).toEqual(["__proto__"]);
  });

  it("what is to be kept, as it is", () => {
    const kept = new Money();
    const copy = copyValue({ a: [kept, new Money()] }, (value) => value === kept) as { a: unknown[] };
    expect(copy.a[0]).toBe(kept);
    expect(copy.a[1]).toEqual({ amount: [5, null] });
  });

  it("no end where it holds itself", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => copyValue(cycle)).toThrow(RangeError);
  });
});

it("a validator is shown numbers for bigints, at any depth, and nothing else is changed", () => {
  expect(toNumbers({ a: [1n, "2", null, { b: 2n ** 64n }] })).toEqual({ a: [1, "2", null, { b: 2 ** 64 }] });
  expect(toNumbers(3n)).toBe(3);
});

it.each<[value: unknown, text: string, json: string]>([
  ["a b", "a b", '"a b"'],
  [1.5, "1.5", "1.5"],
  [true, "true", "true"],
  [2n ** 64n, "18446744073709551616", "18446744073709551616"],
  [null, "", "null"],
  [[1n, null, "a"], '[1,null,"a"]', '[1,null,"a"]'],
  [{ 'a"b': { c: 1n }, d: [] }, '{"a\\"b":{"c":1},"d":[]}', '{"a\\"b":{"c":1},"d":[]}'],
])("%s is %s as text and %s as JSON", (value, text, json) => {
  expect([toText(value), toJson(value)]).toEqual([text, json]);
});

it("nothing is written of undefined", () => expect(toText(undefined)).toBe(""));

it("null is no member", () => {
  expect(listMembers({ a: 1, b: null, c: 0, d: "" })).toEqual([["a", 1], ["c", 0], ["d", ""]]);
  expect(listMembers(["a", null, "b"])).toEqual([["0", "a"], ["2", "b"]]);
}); // prettier-ignore
