import { describe, expect, test } from "vitest";
import { compiled, problemsOf } from "./compiled.js";

/** None of these measures time: what is not linear in these sizes does not end before the test is stopped. */
describe("large values are answered", () => {
  test("uniqueItems on 100,000 strings, numbers and objects", async () => {
    const { is } = await compiled({ uniqueItems: true });
    const items = Array.from({ length: 100_000 }, (_, i) =>
      i % 3 === 0 ? { id: i, tags: [i] } : i % 3 === 1 ? i : String(i),
    );
    expect(is(items)).toBe(true);
    expect(is([...items, { tags: [0], id: 0 }])).toBe(false);
  });

  test("maxLength on a text of 10 MB", async () => {
    const { is } = await compiled({ maxLength: 6_000_000 });
    expect(is("\u{1f600}".repeat(5_000_000))).toBe(true);
    expect(is("a".repeat(10_000_000))).toBe(false);
  });

  test("additionalProperties on 1,000,000 names, of which at most 100 are reported", async () => {
    const { is, validate } = await compiled({ properties: { id: true }, additionalProperties: false });
    const value = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`n${i}`, i]));
    expect(is(value)).toBe(false);
    expect(validate(value)).toHaveLength(100);
  });

  test("an array of 1,000,000 items", async () => {
    const { is } = await compiled({ type: "array", items: { type: "integer" } });
    const value: unknown[] = Array.from({ length: 1_000_000 }, (_, i) => i);
    expect(is(value)).toBe(true);
    value.push("x");
    expect(is(value)).toBe(false);
  });

  test("a pattern that backtracks exponentially", async () => {
    const pattern = "^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?.)+[a-zA-Z]{2,}$";
    const { is, text } = await compiled({ type: "string", pattern });
    expect(text).not.toContain("pattern1");
    expect(is(`${"a".repeat(47)}!`)).toBe(false);
    expect(is(`${"a".repeat(200_000)}!`)).toBe(false);
    expect(is("mail.example.com")).toBe(true);
  });
});

describe("patterns that repeat a group answer on a text of 12 MB", () => {
  test.each(["^(?:a|b)*$", "^(?:ab|ba)+c?$", "^(?:ab(?!c))*$"])("%s", async (pattern) => {
    const { is } = await compiled({ pattern });
    expect(is("ab")).toBe(true);
    expect(typeof is("ab".repeat(6_000_000))).toBe("boolean");
  });
});

const TREE = {
  type: "object",
  properties: { child: { $ref: "#" }, name: { type: "string" } },
  additionalProperties: false,
};

function chain(depth: number, end: unknown): unknown {
  let value = end;
  for (let i = 0; i < depth; i++) value = { child: value };
  return value;
}

function branch(name: string): unknown {
  return { properties: { child: { $ref: "#" }, [name]: { type: "string" } }, required: [name] };
}

function nestB(end: unknown): unknown {
  let value = end;
  for (let i = 0; i < 300; i++) value = { child: value, b: "x" };
  return value;
}

describe("values that nest", () => {
  test("400 levels pass", async () => {
    const { is, validate } = await compiled(TREE);
    expect(is(chain(400, { name: "x" }))).toBe(true);
    expect(validate(chain(400, { name: 1 })).map(({ path }) => path.length)).toEqual([401]);
  });

  test("100,000 levels give an issue", async () => {
    const { is, validate } = await compiled(TREE);
    expect(is(chain(100_000, {}))).toBe(false);
    expect(validate(chain(100_000, {})).map(({ message }) => message)).toEqual([
      "is nested more than 500 levels deep",
    ]);
  });

  test("a cyclic value gives an issue", async () => {
    const { is, validate } = await compiled(TREE);
    const value: Record<string, unknown> = {};
    value["child"] = value;
    expect(is(value)).toBe(false);
    expect(validate(value)).toHaveLength(1);
  });

  test("a cyclic value among unique items ends", async () => {
    const { is } = await compiled({ uniqueItems: true });
    const value: unknown[] = [];
    value.push(value);
    expect(is([value])).toBe(false);
  });

  test("alternatives that share a property do not double the work with every level", async () => {
    const { is, validate } = await compiled({ anyOf: [branch("a"), branch("b")] });
    expect(is(nestB({ a: "x" }))).toBe(true);
    expect(is(nestB({ a: 1 }))).toBe(false);
    expect(validate(nestB({ a: 1 })).length).toBeGreaterThan(0);
  });
});

describe("numbers", () => {
  test.each([
    [0.07, 0.01, true],
    [0.075, 0.01, false],
    [1e308, 0.5, true],
    [1e308, 0.123456789, false],
    [19.99, 0.01, true],
    [0.30000000000000004, 0.1, false],
    [9007199254740992, 2, true],
    [-4.4, 1.1, true],
    [1e-7, 1e-8, true],
    [5e-324, 1, false],
  ])("%d is a multiple of %d: %s", async (value, multipleOf, expected) => {
    const { is } = await compiled({ multipleOf });
    expect(is(value)).toBe(expected);
  });

  test.each([NaN, Infinity, -Infinity])("%d is no number of JSON", async (value) => {
    const { is } = await compiled({ type: "number" });
    expect(is(value)).toBe(false);
  });
});

describe("the number of issues", () => {
  const bad = Array.from({ length: 500 }, () => "x");
  const MORE = "there are more problems; raise maxIssues";

  test.each([
    [undefined, 100],
    [10, 10],
    [499, 499],
  ])(
    "with maxIssues %s there are %d, the last of which says that there are more",
    async (maxIssues, count) => {
      const { validate } = await compiled({ items: { type: "integer" } });
      const issues = validate(bad, maxIssues === undefined ? {} : { maxIssues });
      expect(issues).toHaveLength(count);
      expect(issues.at(-1)?.message).toBe(MORE);
    },
  );

  test.each([500, 1000])("with maxIssues %d all 500 are there, and nothing else", async (maxIssues) => {
    const { validate } = await compiled({ items: { type: "integer" } });
    expect(validate(bad, { maxIssues }).map(({ message }) => message)).toEqual(
      bad.map(() => "must be an integer"),
    );
  });

  test.each([
    [0, 1],
    [-1, 1],
    [1.9, 1],
    [NaN, 100],
    [Infinity, 500],
  ])("with maxIssues %d there are %d: a value that is refused never has none", async (maxIssues, count) => {
    const { validate } = await compiled({ items: { type: "integer" } });
    expect(validate(bad, { maxIssues })).toHaveLength(count);
  });

  test("with maxIssues 1 the one is real", async () => {
    const { validate } = await compiled({ items: { type: "integer" } });
    expect(validate(bad, { maxIssues: 1 }).map(({ message }) => message)).toEqual(["must be an integer"]);
  });
});

describe("schemas that cannot be compiled are problems with a place", () => {
  test.each([
    ["a reference to itself", { $ref: "#" }, "endless-reference", ""],
    [
      "a longer way to itself",
      { allOf: [{ $ref: "#/$defs/a" }], $defs: { a: { anyOf: [{ $ref: "#" }] } } },
      "endless-reference",
      "",
    ],
    ["a reference to nothing", { properties: { a: { $ref: "#/$defs/b" } } }, "schema", "/properties/a/$ref"],
    ["an unknown type", { type: "text" }, "schema", "/type"],
    ["a schema that is none", { properties: { a: 1 } }, "schema", "/properties/a"],
    ["a bound that is none", { maxLength: -1 }, "schema", "/maxLength"],
    ["a pattern that is not linear and not regular", { pattern: "^(a+)+\\1$" }, "unsafe-pattern", "/pattern"],
  ])("%s", async (_, schema, rule, pointer) => {
    const problems = await problemsOf(schema);
    expect(problems.map((p) => ({ severity: p.severity, rule: p.rule, pointer: p.pointer }))).toContainEqual({
      severity: "error",
      rule,
      pointer,
    });
  });

  test.each([
    ["an unknown keyword", { properties: { a: { minimun: 1 } } }, "unknown-keyword", "/properties/a/minimun"],
    ["a pattern that is none", { pattern: "(" }, "pattern", "/pattern"],
    [
      "a pattern of names that is none",
      { patternProperties: { "(": false } },
      "pattern",
      "/patternProperties/(",
    ],
  ])("%s is an annotation, with a warning", async (_, schema, rule, pointer) => {
    const problems = await problemsOf(schema);
    expect(problems.map((p) => ({ severity: p.severity, rule: p.rule, pointer: p.pointer }))).toEqual([
      { severity: "warning", rule, pointer },
    ]);
  });

  test("a pattern that is regular and not linear is a warning that names the attack", async () => {
    const [problem] = await problemsOf({ pattern: "^(a+)+$" });
    expect(problem).toMatchObject({ severity: "warning", rule: "unsafe-pattern", pointer: "/pattern" });
    expect(problem?.message).toMatch(/^exponential backtracking .* A text that takes too long: "a+/);
  });

  test.each([
    "x-anything",
    "title",
    "deprecated",
    "examples",
    "discriminator",
    "xml",
    "externalDocs",
    "example",
  ])("%s is no problem", async (name) => {
    expect(await problemsOf({ [name]: {} })).toEqual([]);
  });
});
