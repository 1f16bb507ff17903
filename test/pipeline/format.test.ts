import { format } from "prettier";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { formatTypeScript } from "../../scripts/pipeline/format.js";
import { createMemo } from "../../scripts/pipeline/memory/memo.js";
import { compileDocument, sourceOfText, sourceOnDisk } from "../../scripts/pipeline/run.js";

const documents = ["openapi", "test/cases/hostile-names", "test/cases/in-parts", "test/cases/version-3.0"];
const files = ["schema.ts", "validators.ts", "operations.ts"] as const;

const texts = new Map<string, string>();

beforeAll(async () => {
  await Promise.all(documents.map(compile));
});

async function compile(document: string): Promise<void> {
  const compiled = await compileDocument(sourceOnDisk(`${document}/openapi.yaml`), { formats: "annotate" });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  texts.set(`${document} schema.ts`, compiled.schemaText);
  texts.set(`${document} validators.ts`, compiled.validators.text);
  texts.set(`${document} operations.ts`, compiled.operationsText);
}

test.each([
  ["a line separator of Unicode", "first\u2028second"],
  ["a paragraph separator of Unicode", "first\u2029second"],
  ["a return", "first\rsecond"],
  ["what looks like a comment behind a return", "x\r/** y"],
  ["what looks like a statement behind a line separator", "x\u2028export const y = 1"],
])("a description that has %s is laid out as the whole is", async (_claim, description) => {
  const properties = { p: { type: "string", description } };
  const schema = { type: "object", description, properties };
  const long = { type: "object", description: "x".repeat(1100) };
  const text = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    paths: {},
    components: { schemas: { A: schema, B: schema, C: long } },
  });
  const compiled = await compileDocument(sourceOfText("a.json", text), { formats: "annotate" });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const options = { parser: "babel-ts", printWidth: 110 } as const;
  const known = createMemo<string>();
  const before = compiled.schemaText;
  expect(await formatTypeScript(before, known)).toBe(await format(before, options));
  const after = before.replaceAll("p?:", "q?:");
  expect(await formatTypeScript(after, known)).toBe(await format(after, options));
});

describe("what is laid out statement by statement is what prettier makes of the whole", () => {
  const options = { parser: "babel-ts", printWidth: 110 } as const;

  test.each(documents.flatMap((document) => files.map((file) => `${document} ${file}`)))(
    "%s",
    async (name) => {
      const text = texts.get(name) ?? "";
      const whole = await format(text, options);
      const known = createMemo<string>();
      const laidOut = vi.spyOn(known, "set");
      expect(await formatTypeScript(text, known)).toBe(whole);
      // Its descriptions have a line separator.
      expect(laidOut.mock.calls.length > 0).toBe(name !== "test/cases/hostile-names schema.ts");
      laidOut.mockClear();
      expect(await formatTypeScript(text, known)).toBe(whole);
      expect(laidOut).not.toHaveBeenCalled();
      // As after a save that left every third statement as it was.
      const statements = text.split(/\n(?=export )/);
      const some = createMemo<string>();
      await formatTypeScript(statements.filter((_, index) => index % 3 === 0).join("\n"), some);
      expect(await formatTypeScript(text, some)).toBe(whole);
    },
  );
});

test.each([
  ["a blank line stays one", "const a = 1\n\n\n\nconst b = 2", "const a = 1;\n\nconst b = 2;\n"],
  ["a comment stays with what it is about", "/** A */\nconst a = 1\n/** B */\nconst b = 2\n", "/** A */\nconst a = 1;\n/** B */\nconst b = 2;\n"], // prettier-ignore
  ["the same may stand twice", "f()\n\nf()\ng()\n", "f();\n\nf();\ng();\n"],
  ["a line end of Windows is one", "const a = 1\r\nconst b = 2\r\n", "const a = 1;\nconst b = 2;\n"],
  ["what is not in the form of our own code is laid out as a whole", "f(\na,\nb)\n", "f(a, b);\n"],
])("%s", async (_claim, text, want) => {
  const known = createMemo<string>();
  expect(await formatTypeScript(text, known)).toBe(want);
  expect(await formatTypeScript(text, known)).toBe(want);
});
