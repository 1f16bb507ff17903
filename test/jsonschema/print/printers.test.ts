import { describe, expect, test } from "vitest";
import { identifier } from "../../../scripts/jsonschema/code/code.js";
import {
  all,
  ANY_OBJECT,
  when,
  type AlternativesPlan,
  type ObjectPlan,
  type Plan,
} from "../../../scripts/jsonschema/plan/plan.js";
import { printBody, type BodyKind } from "../../../scripts/jsonschema/print/functions.js";
import { createSubject } from "../../../scripts/jsonschema/print/subject.js";
import { printCondition, printTest } from "../../../scripts/jsonschema/print/test.js";
import type { Recursion } from "../../../scripts/jsonschema/plan/recursion.js";
import * as p from "../plan/plans.js";
import { FAIL, printing, text, V } from "./printing.js";

const subject = createSubject(V);
const condition = (plan: Plan) => printCondition(plan, subject, printing())?.text;
const ask = (plan: Plan, evaluated?: string) =>
  text(
    printTest(
      plan,
      subject,
      { fail: FAIL, evaluated: evaluated ? identifier(evaluated) : undefined },
      printing(),
    ),
  );
const report = (plan: Plan) => text(printing({ isCollecting: true }).issues(plan, subject));
const plain = (name: string) => ({ name, reason: { ...p.reason, message: `"${name}" is required` } });
const missing = (required: ObjectPlan["required"], more: Partial<ObjectPlan> = {}) =>
  report(all([p.type("object"), when("object", { ...ANY_OBJECT, ...more, required })]));
const quoted = { name: '"', reason: { ...p.reason, message: '"\\"" is required' } };
const [string, nothing, list] = [p.type("string"), p.type("null"), p.items(p.test())];
const oneOf = (...plans: Plan[]): AlternativesPlan => ({
  kind: "alternatives",
  plans,
  exactlyOne: true,
  reason: p.reason,
  hint: undefined,
});

describe("a plan as one expression", () => {
  test.each<[claim: string, plan: Plan, expected: string | undefined]>([
    ["a type", string, 'typeof v === "string"'],
    ["a test", p.test(), "v"],
    ["never", p.never, "false"],
    ["a call", p.call("f"), "check_f(v)"],
    ["of one type", when("null", p.test()), "v !== null || v"],
    ["all", all([string, p.test()]), 'typeof v === "string" && v'],
    ["all uses what it has learned", all([string, when("string", p.test())]), 'typeof v === "string" && v'],
    ["all ends where nothing passes", all([p.test(), p.never, list]), "false"],
    ["not", p.not(string), 'typeof v !== "string"'],
    ["any", p.anyOf(string, nothing), 'typeof v === "string" || v === null'],
    ["one of two that exclude each other", oneOf(string, nothing), 'typeof v === "string" || v === null'],
    ["not one of two that do not", oneOf(p.test(), nothing), undefined],
    ["not with statements inside of all", all([string, list]), undefined],
    ["nor of alternatives", p.anyOf(string, list), undefined],
    ["nor of not", p.not(list), undefined],
    ["nor of one type", when("array", list), undefined],
    ["nor a loop", list, undefined],
  ])("%s", (_, plan, expected) => expect(condition(plan)).toBe(expected));
});

const tagged = (value: string): Plan => p.object({ kind: p.equal(value) }, ["kind"]);

describe("a plan as statements that leave", () => {
  test.each<[claim: string, plan: Plan, expected: string]>([
    ["an expression", string, 'if (typeof v !== "string") return false;'],
    [
      "one of some is counted",
      oneOf(p.test(), nothing),
      "let $passed = 0;\nif (v) $passed++;\nif (v === null) $passed++;\nif ($passed !== 1) return false;",
    ],
    [
      "any ends with the first",
      p.anyOf(p.test(), list),
      "$done: {\n  if (v) break $done;\n  for (let $i = 0; $i < v.length; $i++) {\n    const $item: unknown = v[$i];\n    if (!$item) return false;\n  }\n}",
    ],
    [
      "some items",
      { kind: "some", item: p.test(), min: 1, max: 2, tooFew: p.reason, tooMany: p.reason },
      "let $count = 0;\nfor (let $i = 0; $i < v.length; $i++) {\n  const $item: unknown = v[$i];\n  if ($item) $count++;\n}\nif ($count < 1 || $count > 2) return false;",
    ],
  ])("%s", (_, plan, expected) => expect(ask(plan)).toBe(expected));

  test("what nothing passes ends the statements", () => {
    expect(ask(all([list, p.never, string])).endsWith("return false;")).toBe(true);
    expect(ask(all([list, p.never, string]))).not.toContain("typeof");
    expect(ask(p.anyOf(list, all([])))).toBe("");
  });

  test("noting what was evaluated", () => {
    expect(ask(string, "e")).toBe('if (typeof v !== "string") return false;');
    expect(ask(p.call("f"), "e")).toBe("if (!track_f(v, e)) return false;");
    expect(ask(p.items(undefined, all([])), "e")).toBe("e.items = Math.max(e.items, 1);");
    expect(ask(p.items(all([])), "e")).toBe("e.items = Math.max(e.items, Infinity);");
    expect(ask(p.anyOf(p.never, p.never), "e")).toBe("if (!(false || false)) return false;");
    expect(ask(p.some(p.test()), "e")).toContain("e.indexes.add($i);");
    expect(ask(p.unevaluated("items", string, p.never), "e").endsWith("addEvaluated(e, $evaluated);")).toBe(
      true,
    );
  });

  test("alternatives that a tag tells apart are switched over", () => {
    expect(ask(oneOf(tagged("a"), tagged("b")))).toContain('switch ($fields["kind"]) {\n  case "a": {');
    expect(report(oneOf(tagged("a"), tagged("b")))).toContain('switch ($fields["kind"]) {\n    case "a": {');
  });

  test("of what is left, nothing is asked where nothing passes before", () => {
    expect(ask(p.unevaluated("items", p.never, p.never))).toBe("return false;");
  });
});

const text1 = (name: string): [string, Plan] => [
  name,
  { kind: "type", types: ["string"], reason: { ...p.reason, at: `/properties/${name}/k` } },
];

describe("a plan as statements that report", () => {
  test.each<[claim: string, plan: Plan, expected: string]>([
    ["a type", string, 'if (typeof v !== "string") report(into, at, "/k", "k", "m");'],
    ["never", p.never, 'report(into, at, "/k", "k", "m");'],
    ["what must not pass", p.not(p.test()), 'if (v) report(into, at, "/k", "k", "m");'],
    [
      "nothing more of a value of another type",
      all([string, p.test("more")]),
      'if (typeof v !== "string") {\n  report(into, at, "/k", "k", "m");\n} else {\n  if (!v) report(into, at, "/k", "k", "more");\n}',
    ],
    ["a call about the value itself", p.call("f"), "collect_f(v, into, at);"],
    [
      "a call about a part asks first",
      p.items(undefined, p.call("f")),
      "if (v.length > 0) {\n  const $item: unknown = v[0];\n  if (!check_f($item)) collect_f($item, into, step(at, 0));\n}",
    ],
    [
      "alternatives that take values of the same type, among others",
      p.anyOf(p.type("string", "null"), string),
      'if (typeof v !== "string" && v !== null) {\n  report(into, at, "/k", "k", "must be a string or null");\n} else {\n',
    ],
    [
      "alternatives that take values of different types",
      p.anyOf(all([string, p.test("one")]), all([nothing, p.test("two")])),
      'if (typeof v === "string") {\n  if (!v) report(into, at, "/k", "k", "one");\n} else {\n  if (v === null) {\n    if (!v) report(into, at, "/k", "k", "two");\n  } else {\n    report(into, at, "/k", "k", "must be a string or null");\n  }\n}',
    ],
  ])("%s", (_, plan, expected) => expect(report(plan).slice(0, expected.length)).toBe(expected));

  test("nor does a call of a function that takes a valid value as quickly", () => {
    const print = printing({ isCollecting: true, isSinglePass: true });
    expect(text(print.issues(p.items(undefined, p.call("f")), subject))).toBe(
      "if (v.length > 0) {\n  const $item: unknown = v[0];\n  collect_f($item, into, step(at, 0));\n}",
    );
  });

  test("properties of which the same is asked share their code, as far as their names stand for themselves", () => {
    const map = { additional: p.items(p.test()) };
    const both = report(p.object(Object.fromEntries([text1("a"), text1("b")]), [], map));
    expect(both).toContain('case "a":\n      case "b": {');
    expect(both).toContain('report(into, at, "/properties/" + $key + "/k", "k", "m", $key);');
    expect(report(p.object(Object.fromEntries([text1("a")]), [], map))).toContain(
      'report(into, at, "/properties/a/k"',
    );
    expect(report(p.object({ a: list, b: list }, [], map))).not.toContain("+ $key");
  });

  test("an unknown name is reported with those that are not forbidden", () => {
    const lines = report(p.object({ a: string, z: p.never }, [], { additional: p.never }));
    expect(lines).toContain('reportUnknownName(into, $fields, ["a"], at, "/k", $key);');
  });

  const many = ["a", "b", "c", "d", "e"];
  const strings = Object.fromEntries(many.map((name) => [name, string]));

  test("properties of which all are required are read by their names, each once", () => {
    const lines = report(p.object(strings, many, { additional: p.never }));
    expect(lines).toContain(
      'const $a = $fields["a"];\n  if ($a !== undefined && typeof $a !== "string") report(',
    );
    expect(lines).toContain("|| $e === undefined ? listAbsent(");
    expect(lines.match(/\$fields\["/g)).toHaveLength(many.length);
  });

  test("one that is not known can be meant for one of those that are absent alone, and has to have a value", () => {
    const lines = report(p.object(strings, many, { additional: p.never }));
    expect(lines).toContain('case "e": break;');
    expect(lines).toContain(
      'if ($fields[$key] !== undefined) reportUnknownName(into, $fields, $absent, at, "/k", $key);',
    );
    const properties = many.map((name) => ({ name, plan: string, at: `/${name}` }));
    const closed = (names: string[]) => missing(names.map(plain), { properties, additional: p.never });
    expect(closed(many)).toContain('if ($absent) reportMissing(into, $absent, at, "/k");');
    expect(closed(many.toReversed())).toContain(
      'reportMissing(into, listAbsent(["e", "d", "c", "b", "a"], [$e, $d, $c, $b, $a]), at, "/k");',
    );
  });

  test("many required names are told in one call, where nothing else is said of one of them", () => {
    expect(missing(["a", "b", "c"].map(plain))).toContain(
      'reportMissing(into, listAbsent(["a", "b", "c"], [$fields["a"], $fields["b"], $fields["c"]]), at, "/k");',
    );
    for (const other of [plain("toString"), quoted, { name: "d", reason: p.because("else") }]) {
      expect(missing([...["a", "b", "c"].map(plain), other])).not.toContain("reportMissing");
    }
    expect(missing(["a", "b"].map(plain))).not.toContain("reportMissing");
  });

  test("too few and too many items are two issues", () => {
    const plan: Plan = {
      kind: "some",
      item: p.test(),
      min: 2,
      max: 3,
      tooFew: p.because("few"),
      tooMany: p.because("many"),
    };
    expect(report(plan)).toContain(
      'if ($count < 2) report(into, at, "/k", "k", "few");\nif ($count > 3) report(into, at, "/k", "k", "many");',
    );
    const open: Plan = { ...plan, min: 0, max: Infinity };
    expect(report(open)).not.toContain("report(");
  });

  test("alternatives in turn, of which the nearest is kept", () => {
    const hint = { property: "t", values: [["a"], ["b"]] };
    const lines = report({ ...oneOf(p.test("one"), p.test("two")), hint });
    expect(lines).toBe(
      [
        "if (!isFull(into)) {",
        "  const $room = into.room;",
        '  if (!v) report(into, at, "/k", "k", "one");',
        "  const $issues = takeSince(into, $room);",
        '  if (!v) report(into, at, "/k", "k", "two");',
        "  const $issues$2 = takeSince(into, $room);",
        '  keepNearest(into, at, [$issues, $issues$2], 0, [], indexByTag(v, "t", [["a"], ["b"]]));',
        '  if ([$issues, $issues$2].filter((issues) => issues.length === 0).length > 1) report(into, at, "/k", "k", "m");',
        "}",
      ].join("\n"),
    );
    expect(report(p.anyOf(p.test("one"), p.test("two")))).not.toContain("filter");
    expect(report(p.anyOf(p.test("one")))).toBe('if (!v) report(into, at, "/k", "k", "one");');
  });
});

// What TypeScript has narrowed to literals, it compares with no other.
test.each<[claim: string, printed: string | undefined]>([
  ["an alternative, as one expression", condition(p.anyOf(p.test(), p.equal(1)))],
  ["an alternative, as statements", ask(p.anyOf(list, p.equal(1)))],
  ["one alternative of exactly one", ask(oneOf(list, p.equal(1)))],
  ["an alternative that notes what was evaluated", ask(p.anyOf(list, p.equal(1)), "e")],
  ["an alternative that reports", report(p.anyOf(list, p.equal(1)))],
  ["what follows where a condition holds", ask(p.choice(p.test(), p.equal(1), list))],
  ["what follows where it does not", ask(p.choice(p.test(), list, p.equal(1)))],
  ["what follows and is reported", report(p.choice(p.test(), p.equal(1), list))],
  ["what stands beside alternatives", ask(all([p.anyOf(list, p.equal(2)), p.equal(1)]))],
  ["what stands beside what must not match", condition(all([p.not(p.equal(2)), p.equal(1)]))],
  ["what stands beside a condition", ask(all([p.choice(p.equal(2), list, list), p.equal(1)]))],
  ["what stands beside another comparison", condition(all([p.equal(1, 2), p.equal(1)]))],
  ["what decides what is left and is reported", report(p.unevaluated("items", p.equal(1), p.never))],
])("a comparison behind another one reads the value as unknown: %s", (_, printed) => {
  expect(printed).toMatch(/\(v as unknown\) [!=]== 1/);
});

const body = (kind: BodyKind, plan: Plan, recursion: Recursion = "none") =>
  text(printBody({ kind, schema: "S", recursion, base: undefined }, plan, printing().module));

describe("the body of a function", () => {
  test.each<[kind: BodyKind, recursion: Recursion, plan: Plan, expected: string]>([
    ["check", "none", p.test(), "return value;"],
    ["check", "none", p.items(all([])), "return true;"],
    [
      "check",
      "simple",
      p.test(),
      "if (depth > MAX_DEPTH) return false;\nif (!value) return false;\nreturn true;",
    ],
    ["check", "simple", p.never, "if (depth > MAX_DEPTH) return false;\nreturn false;"],
    [
      "check",
      "tangled",
      p.test(),
      [
        'const $known = recall(memo, "S", value);',
        "if ($known !== undefined) return $known;",
        'if (depth > MAX_DEPTH) return remember(memo, "S", value, false);',
        'if (!value) return remember(memo, "S", value, false);',
        'return remember(memo, "S", value, true);',
      ].join("\n"),
    ],
    ["track", "none", p.test(), "if (!value) return false;\nreturn true;"],
    [
      "track",
      "tangled",
      p.call("f"),
      "if (depth > MAX_DEPTH) return false;\nif (!track_f(value, evaluated)) return false;\nreturn true;",
    ],
    ["collect", "none", p.test(), 'if (!value) report(into, at, "/k", "k", "t");'],
    [
      "collect",
      "simple",
      all([]),
      "if (isFull(into)) return;\nif (depth > MAX_DEPTH) {\n  reportDepth(into, at);\n  return;\n}",
    ],
    [
      "collect",
      "tangled",
      all([]),
      "if (isEnough(into)) return;\nif (depth > MAX_DEPTH) {\n  reportDepth(into, at);\n  return;\n}",
    ],
  ])("%s, %s", (kind, recursion, plan, expected) => expect(body(kind, plan, recursion)).toBe(expected));
});
