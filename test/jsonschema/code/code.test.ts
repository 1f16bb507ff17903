import { describe, expect, test } from "vitest";
import {
  call,
  Code,
  code,
  identifier,
  join,
  literal,
  namesOf,
} from "../../../scripts/jsonschema/code/code.js";

const a = identifier("$a");
const b = identifier("$b");
const names = (piece: Code) => [...piece.names].toSorted();

describe("a value becomes a literal of an equal value", () => {
  test.each<[value: unknown, text: string]>([
    [null, "null"],
    [true, "true"],
    [-1.5, "-1.5"],
    [1e21, "1e+21"],
    ['a"\\\n', String.raw`"a\"\\\n"`],
    ["\u2028\u2029", String.raw`"\u2028\u2029"`],
    [[], "[]"],
    [[1, ["x"]], '[1, ["x"]]'],
    [{}, "{}"],
    [{ a: 1, "b c": [null] }, '{ "a": 1, "b c": [null] }'],
    [JSON.parse('{"__proto__":1}'), '{ ["__proto__"]: 1 }'],
  ])("%j", (value, text) => {
    expect(literal(value).text).toBe(text);
    expect(names(literal(value))).toEqual([]);
  });
});

describe("a template", () => {
  test("keeps code and quotes everything else", () => {
    expect(code`f(${a}, ${"x"}, ${1}, ${null}, ${false})`.text).toBe('f($a, "x", 1, null, false)');
  });

  test("uses the names of its code, and none that a text only mentions", () => {
    expect(names(code`${a} + ${b} + ${"$c"}`)).toEqual(["$a", "$b"]);
    expect(names(code`${"$a"}`)).toEqual([]);
  });
});

test("names are collected from all pieces, each once", () => {
  expect([...namesOf([])]).toEqual([]);
  expect([...namesOf([a, code`1`, a])]).toEqual(["$a"]);
  expect([...namesOf([code`${a}${b}`, b])]).toEqual(["$a", "$b"]);
});

test("pieces are joined with their names", () => {
  const joined = join([a, b], ", ", "[", "]");
  expect([joined.text, names(joined)]).toEqual(["[$a, $b]", ["$a", "$b"]]);
  expect(join([a, b], " + ").text).toBe("$a + $b");
});

test("a call has the names of its arguments", () => {
  const called = call(code`f`, a, literal("x"), b);
  expect([called.text, names(called)]).toEqual(['f($a, "x", $b)', ["$a", "$b"]]);
  expect(call(code`f`).text).toBe("f()");
});

describe("the opposite", () => {
  test.each<[what: string, condition: Code, text: string]>([
    ["of a name", a, "!$a"],
    ["of a call", call(code`f`, a), "!f($a)"],
    ["of a comparison that NaN may be in", code`${a} >= 1`, "!($a >= 1)"],
    ["of any other text", new Code("x ? y : z"), "!(x ? y : z)"],
  ])("%s", (_, condition, text) => {
    expect(condition.negation.text).toBe(text);
    expect(names(condition.negation)).toEqual(names(condition));
    expect(condition.negation.negation).toBe(condition);
  });
});
