import { describe, expect, test } from "vitest";
import { code } from "../../../scripts/jsonschema/code/code.js";
import { all, when, type Plan } from "../../../scripts/jsonschema/plan/plan.js";
import {
  after,
  createSubject,
  equals,
  hasType,
  isKind,
  narrow,
  partOf,
  type Subject,
} from "../../../scripts/jsonschema/print/subject.js";
import type { JsonType } from "../../../scripts/json/value.js";
import * as p from "../plan/plans.js";
import { V } from "./printing.js";

const known = (...types: JsonType[]): Subject => ({ ...createSubject(V), types });
const open = createSubject(V);

describe("whether a value has one of some types", () => {
  test.each<[types: readonly JsonType[], subject: Subject, text: string]>([
    [["null"], open, "v === null"],
    [["boolean"], open, 'typeof v === "boolean"'],
    [["string"], open, 'typeof v === "string"'],
    [["number"], open, 'typeof v === "number" && Number.isFinite(v)'],
    [["integer"], open, 'typeof v === "number" && Number.isInteger(v)'],
    [["array"], open, "Array.isArray(v)"],
    [["object"], open, 'typeof v === "object" && v !== null && !Array.isArray(v)'],
    [["string", "null"], open, 'typeof v === "string" || v === null'],
    [["integer", "number"], open, 'typeof v === "number" && Number.isFinite(v)'],
    [[], open, "false"],
    [["string"], known("string"), "true"],
    [["string"], known("null"), "false"],
    [["string"], known(), "false"],
    [["string"], known("string", "null"), 'typeof v === "string"'],
    [["number"], known("integer"), "true"],
    [["integer"], known("number"), 'typeof v === "number" && Number.isInteger(v)'],
  ])("%j", (types, subject, expected) => expect(hasType(types, subject).text).toBe(expected));
});

test("keywords for numbers speak of every number, also of one that JSON cannot hold", () => {
  expect(isKind("number", open).text).toBe('typeof v === "number"');
  expect(isKind("number", known("integer")).text).toBe("true");
  expect(isKind("number", known("string")).text).toBe("false");
  expect(isKind("array", open).text).toBe("Array.isArray(v)");
});

describe("what is known once a value has a type", () => {
  test.each<[was: Subject, types: readonly JsonType[], now: readonly JsonType[]]>([
    [open, ["string"], ["string"]],
    [known("string", "null"), ["string", "array"], ["string"]],
    [known("integer"), ["number"], ["integer"]],
    [known("number"), ["integer", "string"], ["integer"]],
    [known("number", "null"), ["number"], ["number"]],
    [known("string"), ["null"], []],
  ])("%#", (was, types, now) => expect(narrow(was, types).types).toEqual(now));
});

describe("what is known once a value has passed a plan", () => {
  test.each<[kind: string, plan: Plan, types: readonly JsonType[] | undefined, isNarrowed: boolean]>([
    ["type", p.type("string"), ["string"], false],
    ["few values", p.equal("a", 1), ["string", "integer"], true],
    ["a value that is an object", p.equal({}), undefined, true],
    ["more values than are compared", p.equal(...Array.from({ length: 11 }, (_, i) => i)), undefined, true],
    ["alternatives", p.anyOf(p.test()), undefined, true],
    ["not", p.not(p.test()), undefined, true],
    ["if", p.choice(p.test(), p.test(), p.test()), undefined, true],
    ["test", p.test(), undefined, false],
    ["when", when("string", p.test()), undefined, false],
    ["all", all([p.type("string"), p.test()]), undefined, false],
  ])("%s", (_, plan, types, isNarrowed) =>
    expect(after(plan, open)).toMatchObject({ types, isNarrowed, expression: V }),
  );
});

describe("whether a value is one of some", () => {
  const ten = Array.from({ length: 10 }, (_, i) => i);
  const chain = ten.map((i) => `v === ${i}`).join(" || ");
  test.each<[claim: string, values: readonly unknown[], subject: Subject, text: string]>([
    ["few are compared one by one", ["a", null, -1], open, 'v === "a" || v === null || v === -1'],
    ["ten are few", ten, open, chain],
    ["eleven are looked up", [...ten, "x"], open, `C(new Set<unknown>([${ten.join(", ")}, "x"])).has(v)`],
    ["objects are compared in depth", [1, { a: [1] }], open, 'v === 1 || isEqual(v, C({ "a": [1] }))'],
    ["values of another type are left out", ["a", 1], known("string"), 'v === "a"'],
    ["none is left", [1], known("string"), "false"],
    ["what TypeScript has narrowed is widened", [1], { ...open, isNarrowed: true }, "(v as unknown) === 1"],
  ])("%s", (_, values, subject, expected) => {
    const found = equals(
      values,
      subject,
      (value) => code`C(${value})`,
      () => code`isEqual`,
    );
    expect(found.text).toBe(expected);
  });
});

test("a part is one step further down, and nothing is known of it", () => {
  const part = partOf({ ...known("array"), path: [code`0`] }, code`w`, code`i`);
  expect(part).toMatchObject({ types: undefined, fields: undefined, isNarrowed: false });
  expect([part.expression, ...part.path].map(({ text }) => text)).toEqual(["w", "0", "i"]);
});
