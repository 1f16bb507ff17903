import { describe, expect, test } from "vitest";
import { compile, type CompileInput, type Root } from "../../scripts/jsonschema/index.js";

const URI = "https://schemas.test/main.json";
const root = (name: string, pointer: string, direction?: Root["direction"]): Root => ({
  name,
  document: URI,
  pointer,
  direction,
});
const compiled = (schema: unknown, roots: readonly Root[], options: Partial<CompileInput> = {}) =>
  compile({ main: URI, formats: "annotate", roots, documents: new Map([[URI, schema]]), ...options });

const last = async (schema: unknown) => (await compiled(schema, [root("A", "")])).functions.at(-1)?.body;

describe("the functions of a module", () => {
  test("stand together by schema, in the order of the roots and then of their use", async () => {
    const $defs = {
      A: { properties: { b: { $ref: "#/$defs/B" }, c: { $ref: "#/$defs/C" } } },
      B: { type: "string" },
      C: { properties: { c: { $ref: "#/$defs/C" } } },
      Unused: { type: "null" },
    };
    const { functions } = await compiled({ $defs }, [root("A", "/$defs/A"), root("B", "/$defs/B")]);
    expect(functions.map(({ name }) => name)).toEqual([
      "isA",
      "collectA",
      "validateA",
      "isB",
      "collectB",
      "validateB",
      "checkDefsC",
      "collectDefsC",
    ]);
    const exported = functions.filter((f) => f.root).map(({ name, returnType }) => [name, returnType]);
    expect(exported).toEqual([
      ["isA", undefined],
      ["validateA", "readonly $runtime.ValidationIssue[]"],
      ["isB", undefined],
      ["validateB", "readonly $runtime.ValidationIssue[]"],
    ]);
  });

  test("of a root that comes back to itself start its depth", async () => {
    const { functions } = await compiled({ items: { $ref: "#" } }, [root("A", "")]);
    expect(
      functions.map(({ name, body }) => [name, name.startsWith("check") ? "" : body.split("\n")[0]]),
    ).toEqual([
      ["checkA", ""],
      ["isA", "return checkA(value, 0);"],
      ["collectA", "if ($runtime.isFull(into)) return;"],
      ["validateA", "if (checkA(value, 0)) return $runtime.noIssues;"],
    ]);
  });

  test("name what they do not read with an underscore", async () => {
    const { functions } = await compiled(true, [root("A", "")]);
    const parameters = functions.map(({ name, parameters: list }) => [name, ...list.map((p) => p.name)]);
    expect(parameters).toEqual([
      ["isA", "_value"],
      ["collectA", "_value", "_into", "_at"],
      ["validateA", "value", "options"],
    ]);
  });

  test("sort issues only where the pass does not meet them in order", async () => {
    expect(await last({ minProperties: 1 })).not.toContain("inOrderOfValue");
    expect(await last({ allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] })).toContain(
      "inOrderOfValue",
    );
    const twice = { properties: { a: { $ref: "#" } } };
    expect(await last({ allOf: [twice, twice] })).toContain("afterTangle");
  });
});

test("a constant of a test that is asked of no value is not written", async () => {
  const { constants } = await compiled(
    { properties: { a: { type: "integer", pattern: "^a$" }, b: { type: "string", pattern: "^b$" } } },
    [root("A", "")],
  );
  expect(constants.map(({ value }) => value)).toEqual(["/^b$/u"]);
});

test("equal constants are one, with the type that TypeScript would not infer", async () => {
  const values = Array.from({ length: 11 }, (_, i) => i);
  const { constants } = await compiled(
    {
      properties: {
        a: { enum: values },
        b: { enum: values },
        c: { const: { x: 1 } },
        d: { pattern: "^a$" },
        e: { pattern: "^a$" },
      },
      additionalProperties: false,
    },
    [root("A", "")],
  );
  expect(constants.toSorted((a, b) => a.value.localeCompare(b.value))).toEqual([
    {
      name: expect.stringMatching(/^names\d$/),
      type: "readonly string[]",
      value: '["a", "b", "c", "d", "e"]',
    },
    { name: expect.stringMatching(/^value\d$/), type: "unknown", value: '{ "x": 1 }' },
    { name: expect.stringMatching(/^pattern\d$/), type: undefined, value: "/^a$/u" },
    {
      name: expect.stringMatching(/^values\d$/),
      type: undefined,
      value: `new Set<unknown>([${values.join(", ")}])`,
    },
  ]);
});

describe("roots", () => {
  const owned = { properties: { id: { readOnly: true } }, required: ["id"] };

  test("that mean the same have one pair of functions", async () => {
    const $defs = { A: {} };
    const { aliases, directed } = await compiled({ $defs }, [
      root("Request", "/$defs/A", "request"),
      root("Response", "/$defs/A", "response"),
    ]);
    expect([...aliases]).toEqual([["Response", "Request"]]);
    expect([...directed]).toEqual([]);
  });

  test("that mean something else in each direction have two", async () => {
    const { aliases, directed, functions } = await compiled(owned, [
      root("Request", "", "request"),
      root("Response", "", "response"),
    ]);
    expect([[...aliases], [...directed]]).toEqual([[], ["Request", "Response"]]);
    expect(functions.filter(({ name }) => name.startsWith("is"))).toHaveLength(2);
  });
});

describe("problems", () => {
  test("of a schema for both directions are told once, and nothing is printed", async () => {
    const schema = { properties: { id: { readOnly: true, minimum: "1" } } };
    const { problems, functions, constants } = await compiled(schema, [
      root("Request", "", "request"),
      root("Response", "", "response"),
    ]);
    expect(problems).toEqual([
      {
        severity: "error",
        rule: "schema",
        message: "minimum must be a number",
        document: URI,
        pointer: "/properties/id/minimum",
      },
    ]);
    expect([functions, constants]).toEqual([[], []]);
  });

  test("a foreign keyword is a warning with its own words, an annotation is none", async () => {
    const { problems, functions } = await compiled({ nullable: true, note: 1, "x-a": 1 }, [root("A", "")], {
      foreignKeywords: new Map([["nullable", "belongs to OpenAPI 3.0"]]),
      annotations: ["note"],
    });
    expect(problems).toEqual([
      {
        severity: "warning",
        rule: "unknown-keyword",
        message: '"nullable" belongs to OpenAPI 3.0',
        document: URI,
        pointer: "/nullable",
      },
    ]);
    expect(functions.length).toBeGreaterThan(0);
  });

  test("a root that is not there is a problem at its place", async () => {
    const { problems } = await compiled({}, [root("A", "/$defs/none")]);
    expect(problems).toMatchObject([
      { pointer: "/$defs/none", message: "a schema must be an object, true or false" },
    ]);
  });
});

test("a dialect is translated one schema at a time", async () => {
  const { functions } = await compiled({ properties: { a: { kind: "text" } } }, [root("A", "")], {
    dialect: ({ kind, ...schema }) => (kind === "text" ? { ...schema, type: "string" } : schema),
  });
  expect(functions.find(({ name }) => name === "isA")?.body).toContain('typeof $a !== "string"');
});
