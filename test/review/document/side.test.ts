import { describe, expect, test } from "vitest";
import { BrokenSide } from "../../../scripts/review/document/broken-side.js";
import { readSide } from "../../../scripts/review/document/side.js";

const valid = `openapi: 3.1.0
info: { title: a, version: "1" }
paths:
  /a:
    get:
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: other.yaml#/A } } }
  /b:
    get: { responses: { "204": { description: none } } }
`;

const other = "A: { type: string }\n";

/** A document of two files, which are kept in memory. */
const toSource = (entry: string, second = other) => ({
  name: "what was asked for",
  entry: "a.yaml",
  read: (path: string) => (path === "a.yaml" ? entry : second),
});

const read = (entry = valid, second = other) => readSide("head", toSource(entry, second));

const dropPaths = (root: object) => ({ ...root, paths: {} });

describe("a side holds", () => {
  test("its document in one piece, and whose it is", async () => {
    const { name, entry, document, text } = await read();
    expect([name, document.side, entry]).toEqual(["head", "head", "a.yaml"]);
    expect(JSON.parse(text)).toEqual(document.root);
    expect(text).not.toContain("other.yaml");
  });

  test("the text of every file, by its path", async () => {
    expect([...(await read()).files]).toEqual([["a.yaml", valid], ["other.yaml", other]]);
  }); // prettier-ignore

  test("the way from a place to file, line and column", async () => {
    const { locate } = await read();
    expect(locate("/paths/~1b/get")).toMatchObject({ file: "a.yaml", line: 11, column: 5 });
  });

  test("only what is kept of its first file", async () => {
    const { document, files } = await readSide("base", toSource(valid), { keep: dropPaths });
    expect(document.root["paths"]).toEqual({});
    expect([...files.keys()]).toContain("a.yaml");
  });
});

const broken = async (entry: string, second?: string) => {
  const error: unknown = await read(entry, second).catch((thrown: unknown) => thrown);
  if (!(error instanceof BrokenSide)) throw new Error("it is refused as a side");
  return error;
};

test.each<[claim: string, entry: string, line: number]>([
  ["it is no YAML", "openapi: [", 1],
  ["it is no document of OpenAPI", "a: 1", 1],
])("a side is refused when %s", async (_, entry, line) => {
  const { message, problems } = await broken(entry);
  expect(message).toBe("The head (what was asked for) cannot be reviewed.");
  expect(problems.map((problem) => [problem.severity, problem.line])).toEqual([["error", line]]);
}); // prettier-ignore

describe("a side is read as far as it goes, with its errors in their order, when", () => {
  test.each<[claim: string, entry: string, second: string, lines: readonly number[]]>([
    ["a part of it is not valid", valid, "A: { type: { a: b } }\n", [1]],
    ["a reference leads nowhere", valid.replace("yaml#/A", "yaml#/B"), other, [9]],
  ])("%s", async (_, entry, second, lines) => {
    const { problems, document } = await read(entry, second);
    expect(problems.map(({ severity }) => severity)).toEqual(lines.map(() => "error"));
    expect(problems.map(({ line }) => line)).toEqual(lines);
    expect(Object.keys(document.root)).toContain("paths");
  });

  test("not for how it is written, which is the lint's business", async () => {
    const unused = `${valid}tags: [{ name: b }, { name: a }]\nservers: []\n`;
    expect((await read(unused)).problems).toEqual([]);
  });
});
