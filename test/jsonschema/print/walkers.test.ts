import { describe, expect, test } from "vitest";
import { code, identifier, literal, type Code } from "../../../scripts/jsonschema/code/code.js";
import { FALSE } from "../../../scripts/jsonschema/code/condition.js";
import { ANY_OBJECT, all, PASS, type ObjectPlan, type Plan } from "../../../scripts/jsonschema/plan/plan.js";
import { printCases, printMissing } from "../../../scripts/jsonschema/print/cases.js";
import { fieldsOf, withFields } from "../../../scripts/jsonschema/print/fields.js";
import { eachItem, eachName, loadPresent } from "../../../scripts/jsonschema/print/loops.js";
import { asFlag, whenPasses } from "../../../scripts/jsonschema/print/pass.js";
import type { Visit } from "../../../scripts/jsonschema/print/print.js";
import { reportIssue } from "../../../scripts/jsonschema/print/report.js";
import { createSubject, partOf, stepTo, type Subject } from "../../../scripts/jsonschema/print/subject.js";
import {
  walkDispatch,
  walkIf,
  walkItems,
  walkPresent,
  walkWhen,
} from "../../../scripts/jsonschema/print/walk.js";
import * as p from "../plan/plans.js";
import { printing, text, V } from "./printing.js";

const subject = createSubject(V);
const object: Subject = { ...subject, types: ["object"] };
const fields: Subject = { ...object, fields: identifier("f") };
/** Says what it was asked about. */
const visit: Visit = (plan, { expression, path }) =>
  plan === PASS
    ? []
    : [code`visit(${expression}, ${plan.kind}, ${path.map(({ text: step }) => step).join("/")});`];

describe("of one type", () => {
  test("the question stands in front", () => {
    expect(text(walkWhen(whenOf("string", p.test()), subject, visit, printing()))).toBe(
      'if (typeof v === "string") visit(v, "test", "");',
    );
  });

  test("nothing is asked of a value of another type", () => {
    expect(walkWhen(whenOf("array", p.test()), object, visit, printing())).toEqual([]);
  });

  test("what is known needs no question, and objects have their fields", () => {
    const lines = walkWhen(
      whenOf("object", p.fields({})),
      object,
      (_, inside) => [code`x(${fieldsOf(inside)});`],
      printing(),
    );
    expect(text(lines)).toBe("const $fields = v as { [key: string]: unknown };\nx($fields);");
  });
});

function whenOf(type: "string" | "array" | "object", plan: Plan): Plan & { kind: "when" } {
  return { kind: "when", type, plan };
}

const walk = (rest: Plan | undefined, ...prefix: Plan[]) =>
  text(walkItems({ kind: "items", prefix, rest }, subject, visit, printing()));

describe("items", () => {
  test("the first each by its own plan, the others in a loop behind them", () => {
    expect(walk(p.test(), p.type("string"))).toBe(
      [
        "if (v.length > 0) {",
        "  const $item: unknown = v[0];",
        '  visit($item, "type", "0");',
        "}",
        "for (let $i = 1; $i < v.length; $i++) {",
        "  const $item$2: unknown = v[$i];",
        '  visit($item$2, "test", "$i");',
        "}",
      ].join("\n"),
    );
  });

  test("nothing is looped over of which nothing is asked", () => {
    expect(walk(undefined, PASS)).toBe("");
    expect(walk(PASS)).toBe("");
  });

  test("a pass that reports stops when it has enough", () => {
    const print = printing({ isCollecting: true });
    expect(text(eachItem(subject, 0, (item) => [code`x(${item.expression});`], print))).toBe(
      "for (let $i = 0; $i < v.length; $i++) {\n  if (isFull(into)) break;\n  const $item: unknown = v[$i];\n  x($item);\n}",
    );
  });

  test("the step to an array is put together once for the functions that its items are given to", () => {
    const print = printing({ isCollecting: true });
    const part = partOf(subject, V, literal("a"));
    const lines = (isCalled: boolean) =>
      text(
        eachItem(
          part,
          0,
          (item) => [code`x(${isCalled ? stepTo(item, print.module) : item.expression});`],
          print,
        ),
      );
    expect(lines(true)).toContain('const $at: $runtime.Step = step(at, "a");\nfor (let $i = 0;');
    expect(lines(true)).toContain("x(step($at$2, $i$2));");
    expect(lines(false)).not.toContain("step(");
  });

  test("an item that nobody reads is not loaded", () => {
    expect(text(eachItem(subject, 0, () => [code`x();`], printing()))).toBe(
      "for (let $i = 0; $i < v.length; $i++) x();",
    );
  });
});

/** What is printed for it is about the value, whatever the name. */
const SAME = p.type("null");
const cases = (plan: Partial<ObjectPlan>, additional: readonly Code[] = []) =>
  text(
    printCases(
      { ...ANY_OBJECT, ...plan },
      { object: fields, key: identifier("k"), value: identifier("w") },
      {
        property: ({ name, plan: own }) =>
          own === PASS ? [] : [code`own(${identifier(own === SAME ? "w" : name)});`],
        pattern: (own) => (own === PASS ? [] : [code`pattern();`]),
        additional,
      },
      printing(),
    ),
  );

describe("properties", () => {
  test("those that are there, one by one", () => {
    const load = loadPresent(fields, identifier("k"), identifier("w"));
    expect(text(eachName(fields, identifier("k"), [...load, code`x(k);`]))).toBe(
      "for (const k in f) {\n  const w = f[k];\n  if (w === undefined) continue;\n  x(k);\n}",
    );
    expect(eachName(fields, identifier("k"), [])).toEqual([]);
  });

  test("those that are missing", () => {
    const required = [
      { name: "a", reason: p.reason },
      { name: "toString", reason: p.reason },
    ];
    expect(text(printMissing(required, fields, ({ name }) => code`miss(${name});`))).toBe(
      'if (f["a"] === undefined) miss("a");\n' +
        'if ((Object.hasOwn(f, "toString") ? f["toString"] : undefined) === undefined) miss("toString");',
    );
  });

  test("one that asks for more", () => {
    expect(text(walkPresent({ kind: "present", property: "a", plan: p.test() }, fields, visit))).toBe(
      'if (f["a"] !== undefined) visit(v, "test", "");',
    );
  });
  const properties = [
    { name: "a", plan: p.test(), at: "/a" },
    { name: "b", plan: PASS, at: "/b" },
  ];
  const loaded = "const w = f[k];\n    if (w === undefined) break;\n    own(w);\n    break;";

  test("by name in a switch, which names only what is treated in its own way", () => {
    expect(cases({ properties })).toBe(
      'switch (k) {\n  case "a": {\n    if (f[k] !== undefined) own(a);\n    break;\n  }\n}',
    );
    expect(cases({ properties: [{ name: "b", plan: PASS, at: "/b" }] })).toBe("");
    expect(cases({}, [code`rest();`])).toBe("const w = f[k];\nif (w === undefined) continue;\nrest();");
  });

  test("with the others as default", () => {
    expect(cases({ properties: [{ name: "b", plan: PASS, at: "/b" }] }, [code`rest();`])).toBe(
      'switch (k) {\n  case "b": break;\n  default: {\n    if (f[k] !== undefined) rest();\n    break;\n  }\n}',
    );
  });

  test("names of which the same is asked share a case, and the value is loaded there", () => {
    const same = ["a", "b"].map((name) => ({ name, plan: SAME, at: `/${name}` }));
    expect(cases({ properties: [...same, { name: "c", plan: p.test(), at: "/c" }] })).toBe(
      `switch (k) {\n  case "a":\n  case "b": {\n    ${loaded}\n  }\n  case "c": {\n    if (f[k] !== undefined) own(c);\n    break;\n  }\n}`,
    );
  });

  test("patterns are asked beside names, and the others only what neither knows", () => {
    const patterns = [
      { pattern: "^x", plan: p.test() },
      { pattern: "^y", plan: PASS },
    ];
    expect(cases({ patterns }, [code`rest();`])).toBe(
      [
        "const w = f[k];",
        "if (w === undefined) continue;",
        "let $known = false;",
        'if (matches("^x", k)) {\n  $known = true;\n  pattern();\n}',
        'if (matches("^y", k)) $known = true;',
        "if (!$known) rest();",
      ].join("\n"),
    );
    expect(cases({ patterns, properties })).toBe(
      'const w = f[k];\nif (w === undefined) continue;\nswitch (k) {\n  case "a": {\n    own(a);\n    break;\n  }\n}\nif (matches("^x", k)) pattern();',
    );
  });
});

const readField = (inside: Subject) => [code`x(${fieldsOf(inside)});`];

describe("fields", () => {
  test.each<[claim: string, plan: Plan, subject: Subject, named: boolean]>([
    ["an object plan reads them", p.fields({}), object, true],
    ["so do names", p.names(p.test()), object, true],
    ["and a property that is there", p.present("a", PASS), object, true],
    ["and what is left of the properties", p.unevaluated("properties", PASS, PASS), object, true],
    ["and what holds such a plan", all([p.test(), p.fields({})]), object, true],
    ["a test does not", p.test(), object, false],
    ["nor what is left of the items", p.unevaluated("items", PASS, PASS), object, false],
    [
      "of what may be no object there are none",
      p.fields({}),
      { ...object, types: ["object", "null"] },
      false,
    ],
    ["of an unknown value there are none", p.fields({}), subject, false],
  ])("%s", (_, plan, about, named) => {
    let isNamed = false;
    withFields(plan, about, printing(), (inside) => {
      isNamed = inside.fields !== undefined;
      return [];
    });
    expect(isNamed).toBe(named);
  });

  test("are named once, and only where something reads them", () => {
    expect(text(withFields(p.fields({}), object, printing(), readField))).toBe(
      "const $fields = v as { [key: string]: unknown };\nx($fields);",
    );
    expect(text(withFields(p.fields({}), fields, printing(), readField))).toBe("x(f);");
    expect(text(withFields(p.fields({}), object, printing(), () => [code`x();`]))).toBe("x();");
  });

  test("of what is not known to be an object are a mistake", () => {
    expect(() => fieldsOf(subject)).toThrow("not known to be an object");
  });
});

/** A test whose condition is the instance itself, and one that is no expression. */
const condition = p.test();
const loop = p.items(p.test());

describe("what happens when a value passes", () => {
  const then = [code`then();`];

  test.each<[claim: string, plan: Plan, expected: string]>([
    ["an expression is a condition", condition, "if (v) then();"],
    ["what nothing passes is nothing", all([p.never]), ""],
    [
      "statements are left by a label",
      loop,
      "$unless: {\n  for (let $i = 0; $i < v.length; $i++) {\n    const $item: unknown = v[$i];\n    if (!$item) break $unless;\n  }\n  then();\n}",
    ],
    ["statements that nothing leaves need no label", p.items(PASS), "then();"],
  ])("%s", (_, plan, expected) =>
    expect(text(whenPasses(plan, subject, undefined, then, printing()))).toBe(expected),
  );

  test("as a flag", () => {
    expect(asFlag(condition, subject, undefined, printing())).toMatchObject({ lines: [], passed: V });
    const flag = asFlag(p.items(PASS), subject, undefined, printing());
    expect([text(flag.lines), flag.passed.text]).toEqual([
      "let $passed = false;\n$passed = true;",
      "$passed",
    ]);
  });

  test("as a flag that notes what was evaluated", () => {
    const flag = asFlag(condition, subject, identifier("e"), printing());
    expect(text(flag.lines)).toBe(
      [
        "let $passed = false;",
        "const $evaluated = nothingEvaluated();",
        "$unless: {",
        "  if (!v) break $unless;",
        "  $passed = true;",
        "  addEvaluated(e, $evaluated);",
        "}",
      ].join("\n"),
    );
    const nothing = asFlag(p.never, subject, identifier("e"), printing());
    expect([nothing.lines, nothing.passed]).toEqual([[], FALSE]);
  });
});

const branch = (yes: Plan, no: Plan, evaluated?: Code) =>
  text(walkIf({ kind: "if", test: p.items(PASS), yes, no }, subject, visit, evaluated, printing()));

describe("a condition", () => {
  test("leads to one of two branches", () => {
    expect(branch(p.test(), p.type("null"))).toBe(
      'let $passed = false;\n$passed = true;\nif ($passed) {\n  visit(v, "test", "");\n} else {\n  visit(v, "type", "");\n}',
    );
  });

  test("that leads nowhere is not asked, unless for what it evaluates", () => {
    expect(branch(PASS, PASS)).toBe("");
    expect(branch(PASS, PASS, identifier("e"))).toContain("addEvaluated(e, $evaluated)");
  });
});

describe("alternatives that a property tells apart", () => {
  const [one, two] = [p.type("string"), p.type("null")];
  const says = {
    group: (plans: readonly Plan[], { expression }: Subject) => [
      code`group(${expression}, ${plans.length});`,
    ],
    unknownTag: ({ expression, path }: Subject) => [code`unknown(${expression}, ${path.length});`],
    guard: (isObject: Code, lines: readonly Code[]) => [code`guard(${isObject});`, ...lines],
  };
  const tag = {
    kind: "tag",
    property: "t",
    cases: [
      { values: ["a", "b"], plan: one },
      { values: [1], plan: two },
    ],
    missing: undefined,
    notObject: undefined,
  } as const;

  test("by its value", () => {
    expect(text(walkDispatch(tag, fields, says, printing()))).toBe(
      [
        "guard(true);",
        'switch (f["t"]) {',
        '  case "a":\n  case "b": {\n    group(v, 1);\n    break;\n  }',
        "  case 1: {\n    group(v, 1);\n    break;\n  }",
        '  default: unknown(f["t"], 1);',
        "}",
      ].join("\n"),
    );
  });

  test("by its presence", () => {
    const presence = {
      kind: "presence",
      property: "t",
      present: [one, two],
      absent: [one],
      notObject: undefined,
    } as const;
    expect(text(walkDispatch(presence, fields, says, printing()))).toBe(
      'guard(true);\nif (f["t"] !== undefined) {\n  group(v, 2);\n} else {\n  group(v, 1);\n}',
    );
  });

  test("of a value that is no object there is only the guard", () => {
    expect(text(walkDispatch(tag, { ...subject, types: ["null"] }, says, printing()))).toBe("guard(false);");
  });
});

const report = (reason: Partial<typeof p.reason>, path: readonly Code[] = []) =>
  reportIssue({ ...p.reason, ...reason }, createSubject(V, path), printing()).text;

describe("an issue is reported with the place of its keyword", () => {
  test("and of the part of the value", () => {
    expect(report({ keyword: "type", at: "/a/type" })).toBe('report(into, at, "/a/type", "type", "m");');
    expect(report({ keyword: "type", at: "/a/type" }, [literal("x"), code`$i`])).toBe(
      'report(into, step(at, "x"), "/a/type", "type", "m", $i);',
    );
  });

  test("which is made of an expression where the code serves several schemas", () => {
    const shared = { ...createSubject(V), place: { pointer: "/a", code: code`${"/"} + k` } };
    const at = (pointer: string) => reportIssue({ ...p.reason, at: pointer }, shared, printing()).text;
    expect(at("/a/k")).toBe('report(into, at, "/" + k + "/k", "k", "m");');
    expect(at("/a")).toBe('report(into, at, "/" + k, "k", "m");');
    expect(at("/ab/k")).toBe('report(into, at, "/ab/k", "k", "m");');
  });

  test("and a message that may measure the value", () => {
    expect(report({ message: (v) => code`f(${v})` })).toBe('report(into, at, "/k", "k", f(v));');
    expect(report({ message: (_v, _tools, step) => step }, [literal("x")])).toContain('"k", "x", "x")');
  });
});
