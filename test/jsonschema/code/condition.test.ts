import { describe, expect, test } from "vitest";
import { call, code, identifier, type Code } from "../../../scripts/jsonschema/code/code.js";
import {
  and,
  compareCount,
  equal,
  FALSE,
  isAbsent,
  isPresent,
  not,
  or,
  TRUE,
  unequal,
} from "../../../scripts/jsonschema/code/condition.js";

const a = identifier("a");
const b = identifier("b");
const c = identifier("c");

test.each<[claim: string, condition: Code, text: string, opposite: string]>([
  ["a conjunction", and(a, b), "a && b", "!a || !b"],
  ["a disjunction", or(a, b), "a || b", "!a && !b"],
  ["chains of one operator are one chain", and(a, and(b, c)), "a && b && c", "!a || !b || !c"],
  ["others keep their parentheses", and(a, or(b, c)), "a && (b || c)", "!a || (!b && !c)"],
  ["a negated chain joins its own kind", and(a, not(or(b, c))), "a && !b && !c", "!a || b || c"],
  ["what is neutral falls out of a conjunction", and(TRUE, a), "a", "!a"],
  ["what is neutral falls out of a disjunction", or(FALSE, a), "a", "!a"],
  ["what decides a conjunction is all of it", and(a, FALSE, b), "false", "true"],
  ["what decides a disjunction is all of it", or(a, TRUE, b), "true", "false"],
  ["nothing asked holds", and(), "true", "false"],
  ["nothing offered fails", or(), "false", "true"],
  ["equality", equal(a, b), "a === b", "a !== b"],
  ["inequality", unequal(a, b), "a !== b", "a === b"],
  ["a count from below", compareCount(a, ">=", 2), "a >= 2", "a < 2"],
  ["a count from above", compareCount(a, "<=", b), "a <= b", "a > b"],
  ["fewer", compareCount(a, "<", 2), "a < 2", "a >= 2"],
  ["more", compareCount(a, ">", 2), "a > 2", "a <= 2"],
  ["presence", isPresent(a), "a !== undefined", "a === undefined"],
  ["absence", isAbsent(a), "a === undefined", "a !== undefined"],
])("%s", (_, condition, text, opposite) => {
  expect([condition.text, not(condition).text, not(not(condition)).text]).toEqual([text, opposite, text]);
  expect([...not(condition).names]).toEqual([...condition.names]);
});

describe("constants are the same object wherever they come from, so that they can be told by identity", () => {
  test.each([
    [and(), TRUE],
    [or(), FALSE],
    [and(a, FALSE), FALSE],
    [or(a, TRUE), TRUE],
    [not(TRUE), FALSE],
    [not(FALSE), TRUE],
    [not(or(TRUE, a)), FALSE],
  ])("%#", (condition, constant) => expect(condition).toBe(constant));
});

test("names of all operands are kept", () => {
  expect([...and(a, or(b, call(code`f`, c))).names]).toEqual(["a", "b", "c"]);
});
