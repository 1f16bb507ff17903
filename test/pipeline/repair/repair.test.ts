import { describe, expect, test } from "vitest";
import { readPointer } from "../../../scripts/json/pointer.js";
import { findDanglingReferences } from "../../../scripts/pipeline/repair/dangling-references.js";
import { repairDocument } from "../../../scripts/pipeline/repair/index.js";

const operation = (get: object, more: object = {}) => ({ paths: { "/a": { get } }, ...more });
const schema = (A: object, more: object = {}) => ({ components: { schemas: { A, ...more } } });
const reference = (ref: string) =>
  operation({ requestBody: { content: { "a/b": { schema: { $ref: ref } } } } });
const REFERENCE = "/paths/~1a/get/requestBody/content/a~1b/schema/$ref";

describe("what is read in another way than it is written", () => {
  test.each<[claim: string, document: object, warning: string | undefined, pointer: string, read: unknown]>([
    [
      "a name that the bundler has escaped",
      { ...reference("#/components/schemas/a~1b"), ...schema({}, { "a~1b": {} }) },
      undefined,
      REFERENCE,
      "#/components/schemas/a~01b",
    ],
    [
      "a name that the bundler has taken from a file",
      { ...reference("#/components/schemas/50%25"), ...schema({}, { "50%25": {} }) },
      undefined,
      REFERENCE,
      "#/components/schemas/50%2525",
    ],
    [
      "a name that needs no escape",
      { ...reference("#/components/schemas/A"), ...schema({}) },
      undefined,
      REFERENCE,
      "#/components/schemas/A",
    ],
    [
      "a reference in the place of responses",
      operation(
        { responses: { $ref: "#/paths/~1b/get/responses" } },
        { paths: { "/a": { get: { responses: { $ref: "#/x-r" } } } }, "x-r": { 200: {} } },
      ),
      "$ref is not expected here",
      "/paths/~1a/get/responses",
      { 200: {} },
    ],
    [
      "a range of statuses in small letters",
      operation({ responses: { "2xx": { description: "" } } }),
      "It is read as `2XX`",
      "/paths/~1a/get/responses",
      { "2XX": { description: "" } },
    ],
    [
      "a pattern of another engine",
      schema({ pattern: String.raw`\Aa\z` }),
      'It is read as "^a$"',
      "/components/schemas/A",
      { pattern: "^a$" },
    ],
    [
      "a pattern without a counterpart",
      schema({ pattern: "a++" }),
      "is not asserted",
      "/components/schemas/A",
      { "x-pattern": "a++" },
    ],
    [
      "a pattern of names",
      schema({ patternProperties: { "[[:digit:]]": true, b: true }, additionalProperties: false }),
      'It is read as "[0-9]"',
      "/components/schemas/A",
      { patternProperties: { "[0-9]": true, b: true }, additionalProperties: false },
    ],
    [
      "a pattern of names without a counterpart leaves all others free",
      schema({ patternProperties: { "a++": true, b: true }, additionalProperties: false }),
      "are free",
      "/components/schemas/A",
      { patternProperties: { b: true } },
    ],
    [
      "a literal",
      schema({ example: { pattern: "a++" } }),
      undefined,
      "/components/schemas/A/example",
      { pattern: "a++" },
    ],
    [
      "the name of a resource",
      schema({ $id: "a.json", $anchor: "b" }),
      undefined,
      "/components/schemas/A",
      { $anchor: "b" },
    ],
    [
      "the name of a resource that a dynamic reference depends on",
      schema({ $id: "a.json", $dynamicRef: "#b" }),
      undefined,
      "/components/schemas/A/$id",
      "a.json",
    ],
  ])("%s", (_claim, document, warning, pointer, read) => {
    const written = structuredClone(document);
    const problems = repairDocument(written);
    expect(readPointer(written, pointer)).toEqual(read);
    const told = problems.map(({ severity, message }) => `${severity}: ${message}`);
    expect(told).toHaveLength(warning === undefined ? 0 : 1);
    expect(told.join("")).toContain(warning ?? "");
    for (const problem of problems) expect(readPointer(document, problem.pointer)).toBeDefined();
  });
});

describe("a reference that leads nowhere is found", () => {
  test.each<[claim: string, document: object, found: readonly string[]]>([
    ["by its pointer", reference("#/components/schemas/A"), [REFERENCE]],
    ["not when it leads somewhere", { ...reference("#/components/schemas/A"), ...schema({}) }, []],
    ["not when it leads to false", { ...reference("#/x-false"), "x-false": false }, []],
    ["not when it names an anchor", { ...reference("#b"), ...schema({ $anchor: "b" }) }, []],
    ["when it names none", { ...reference("#c"), ...schema({ $anchor: "b" }) }, [REFERENCE]],
    ["not in a literal", schema({ default: { $ref: "#/nowhere" }, const: { $ref: "#/nowhere" } }), []],
    ["not as the name of a property", schema({ properties: { $ref: { type: "string" } } }), []],
  ])("%s", (_claim, document, found) => {
    expect(findDanglingReferences(document).map(({ pointer }) => pointer)).toEqual(found);
  });
});
