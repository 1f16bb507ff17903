import { describe, expect, test } from "vitest";
import { readSettings } from "../../scripts/settings/entries.js";
import { isSamePath } from "../../scripts/settings/extension.js";
import { NO_REVIEW_SETTINGS } from "../../scripts/settings/review-settings.js";

const review = NO_REVIEW_SETTINGS;

describe("the documents of a redocly.yaml", () => {
  test.each([
    [
      "with what is made of them",
      "main: { root: openapi.yaml, x-openapi-proof: { output: src/api, client: true, formats: assert } }",
      {
        name: "main",
        document: "openapi.yaml",
        generated: { output: "src/api", client: true, formats: "assert" },
      },
    ],
    [
      "with what is made where nothing else is said",
      "a: { root: a.yaml, x-openapi-proof: { output: a } }",
      { name: "a", document: "a.yaml", generated: { output: "a", client: false, formats: "annotate" } },
    ],
    [
      "of which nothing is made",
      "shop@v1: { root: ./b.json, rules: { struct: error } }",
      { name: "shop@v1", document: "./b.json", generated: undefined },
    ],
    [
      "of which nothing but the review is set",
      "a: { root: b, x-openapi-proof: { review: {} } }",
      { name: "a", document: "b", generated: undefined },
    ],
    [
      "whose settings are those of another, by an anchor",
      "a: { root: a, x-openapi-proof: &same { output: x } }\n  b: { root: b, x-openapi-proof: { <<: *same } }",
      { name: "b", document: "b", generated: { output: "x", client: false, formats: "annotate" } },
    ],
  ])("are listed %s", (_name, entry, expected) => {
    const { entries, problems } = readSettings(`apis:\n  ${entry}\n`);
    expect([entries.at(-1), problems]).toEqual([{ ...expected, review }, []]);
  });

  test.each([
    ["no file at all", ""],
    ["rules alone", "rules:\n  struct: error\n"],
    ["no APIs yet", "apis:\n"],
    ["an entry that is Redocly's to refuse", "apis:\n  a: { rules: {} }\n"],
  ])("are none in %s", (_name, text) => {
    expect(readSettings(text)).toEqual({ entries: [], problems: [] });
  });
});

describe("what is wrong in an entry is told at its place", () => {
  test.each([
    ["{ output: a, clients: true }", "3:50 `x-openapi-proof` has no setting `clients`; did you mean `client`?"],
    ["{ output: a, 7: b }", "3:50 `x-openapi-proof` has no setting `7`, but: output, client, formats, review"],
    ["{ client: true }", "3:20 `x-openapi-proof` has no `output`, the folder of the generated files"],
    ["{ formats: assert, review: {} }", "3:20 `x-openapi-proof` has no `output`, the folder of the generated files"],
    ['{ output: "" }', "3:47 `output` must be a folder"],
    ["{ output: a, client: maybe }", "3:58 `client` must be true or false"],
    ["{ output: a, formats: none }", "3:59 `formats` must be one of: annotate, assert"],
    ["src/api", "3:37 `x-openapi-proof` must be an object: output, client, formats, review"],
  ])("%s", (settings, expected) => {
    const text = `# Ours.\napis:\n  main: { root: a, x-openapi-proof: ${settings} }\n`;
    const { entries, problems } = readSettings(text);
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([expected]);
    expect(entries).toEqual([]);
  }); // prettier-ignore

  test.each([
    ["apis: [a]", "1:7 `apis` must be an object of documents by their names"],
    ["apis: { a: b.yaml }", "1:12 `a` must be an object with `root`"],
    ["apis:\n  a: { x-openapi-proof: { output: b } }", "2:3 `a` has no `root`, the path of its document"],
    ["apis:\n  a: { root: 7 }", "2:14 `root` must be the path of a document"],
    [
      "apis:\n  a: { root: b, x-openapi-prof: {} }",
      "2:17 `x-openapi-prof` is nobody's setting; did you mean `x-openapi-proof`?",
    ],
    ["apis: [", "1:8 Flow sequence in block collection must be sufficiently indented and end with a ]"],
  ])("%s", (text, expected) => {
    const { problems } = readSettings(text, "sub/redocly.yaml");
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([expected]);
    expect(problems[0]?.file).toBe("sub/redocly.yaml");
  });

  test("and so is all the rest that is wrong", () => {
    const text =
      "apis:\n  a: { root: 7 }\n  b: { root: b, x-openapi-proof: { output: 1, review: { failOn: patch } } }\n";
    expect(readSettings(text).problems.map(({ line }) => line)).toEqual([2, 3, 3]);
  });
});

test.each([
  ["openapi/openapi.yaml", ".\\openapi\\openapi.yaml", true],
  ["./a/../openapi.yaml", "openapi.yaml", true],
  ["../openapi.yaml", "openapi.yaml", false],
  ["C:\\apis\\shop.yaml", "C:/apis/shop.yaml", true],
  ["C:\\apis\\..\\shop.yaml", "c:/shop.yaml", true],
  ["C:\\shop.yaml", "D:\\shop.yaml", false],
  ["\\\\server\\apis\\shop.yaml", "//server/apis/shop.yaml", true],
  ["/a/b.yaml", "a/b.yaml", false],
])("%s and %s are one file: %s", (left, right, isSame) => {
  expect(isSamePath(left, right)).toBe(isSame);
});
