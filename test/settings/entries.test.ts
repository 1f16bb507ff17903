import { describe, expect, test } from "vitest";
import { addEntry, readSettings, type Entry } from "../../scripts/settings/entries.js";
import { isSamePath } from "../../scripts/settings/extension.js";

const entry: Entry = {
  name: "main",
  document: "openapi.yaml",
  output: "src/api",
  client: true,
  formats: "annotate",
};

const WRITTEN = `apis:
  main:
    root: openapi.yaml
    x-openapi-proof:
      output: src/api
      client: true
      formats: annotate
`;

describe("the settings of a redocly.yaml", () => {
  test("are those of each entry with the extension, with their defaults", () => {
    const text = `${WRITTEN}  other:\n    root: b.json\n  third: { root: c.yaml, x-openapi-proof: { output: c } }\n`;
    const third = { name: "third", document: "c.yaml", output: "c", client: false, formats: "annotate" };
    expect(readSettings(text)).toEqual({ entries: [entry, third], problems: [] });
  });

  test.each([
    ["no file at all", ""],
    ["rules alone", "rules:\n  struct: error\n"],
    ["a list where APIs are", "apis: [a]\n"],
    ["what a review goes by", "apis:\n  a: { root: b, x-openapi-proof: { review: { failOn: minor } } }\n"],
  ])("are none in %s", (_name, text) => {
    expect(readSettings(text)).toEqual({ entries: [], problems: [] });
  });

  test.each<[string, string, string]>([
    [
      "a setting that does not exist",
      "{ output: a, clients: true }",
      "3:50 has no setting `clients`, but: output, client, formats",
    ],
    [
      "no folder",
      "{ client: true }",
      "3:37 x-openapi-proof has no `output`, the folder of the generated files",
    ],
    ["an empty folder", '{ output: "" }', "3:47 `output` must be a folder"],
    ["a word for a flag", "{ output: a, client: maybe }", "3:58 `client` must be true or false"],
    ["an unknown mode", "{ output: a, formats: none }", "3:59 `formats` must be one of: annotate, assert"],
    ["no object", "src/api", "3:37 x-openapi-proof must be an object"],
  ])("with %s are a problem at its place", (_name, settings, expected) => {
    const text = `# Ours.\napis:\n  main: { root: a, x-openapi-proof: ${settings} }\n`;
    const { entries, problems } = readSettings(text);
    const [place = "", words = ""] = expected.split(/ (.*)/);
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
    expect(problems[0]?.message).toContain(words);
    expect(entries).toEqual([]);
  });

  test("without a document are a problem", () => {
    const { problems } = readSettings("apis:\n  main:\n    x-openapi-proof: { output: a }\n");
    expect(problems[0]).toMatchObject({ message: "main has no `root`, the path of its document", line: 3 });
  });

  test("of YAML that is none are told with the parser's place", () => {
    expect(readSettings("apis: [\n").problems[0]).toMatchObject({ rule: "syntax", line: 2, column: 1 });
  });
});

describe("an entry is added", () => {
  test.each<[string, string, string]>([
    ["to a file that does not exist", "", WRITTEN],
    [
      "beside rules, whose comments stay",
      "# Strict.\nextends:\n  - recommended\n\nrules:\n  # Ours.\n  struct: error # hard\n",
      `# Strict.\nextends:\n  - recommended\n\nrules:\n  # Ours.\n  struct: error # hard\n${WRITTEN}`,
    ],
    [
      "to the entry that Redocly has of the document",
      "apis:\n  shop@v1:\n    root: ./openapi.yaml\n",
      WRITTEN.replace("main:", "shop@v1:").replace("root: ", "root: ./"),
    ],
    [
      "under a name that is free",
      "apis:\n  main:\n    root: other.yaml\n",
      `apis:\n  main:\n    root: other.yaml\n${WRITTEN.slice("apis:\n".length).replace("main:", "main2:")}`,
    ],
  ])("%s", (_name, before, after) => {
    expect(addEntry(before, entry)).toEqual({ state: "added", text: after });
  });

  test("once", () => {
    expect(addEntry(WRITTEN, entry)).toEqual({ state: "present" });
  });

  test.each([
    ["where APIs are a list", "apis: []\n"],
    ["to a file that holds a list", "- a\n"],
    ["to YAML that is none", "apis: [\n"],
    ["beside settings that are wrong", "apis:\n  a: { root: b, x-openapi-proof: 1 }\n"],
  ])("never %s", (_name, text) => {
    expect(addEntry(text, entry)).toMatchObject({ state: "refused", problems: [{ file: "redocly.yaml" }] });
  });
});

test.each([
  ["openapi/openapi.yaml", ".\\openapi\\openapi.yaml", true],
  ["./a/../openapi.yaml", "openapi.yaml", true],
  ["../openapi.yaml", "openapi.yaml", false],
  ["C:\\apis\\shop.yaml", "C:/apis/shop.yaml", true],
  ["/a/b.yaml", "a/b.yaml", false],
])("%s and %s are one file: %s", (left, right, isSame) => {
  expect(isSamePath(left, right)).toBe(isSame);
});
