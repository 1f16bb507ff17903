import { resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const FILE = resolve("test/types/virtual-caller.ts");
const TEXT = `
import { createClientFor } from "../../src/client.js";
import type { Operation } from "../../src/call/operation.js";
const common = { method: "GET", idempotent: true, parameters: [], requestBody: undefined, responses: {} } as const;
const operations = {
  /** @deprecated */
  oldWay: { ...common, path: "/old" },
  newWay: { ...common, path: "/new" },
} as const satisfies Record<string, Operation>;
type Get = { get: { responses: { 200: { content: { "application/json": string } } } } };
const client = createClientFor<{ "/old": Get; "/new": Get }, typeof operations>(operations, [], {});
await client.oldWay();
await client.newWay();
`;

it("an editor strikes the method of a deprecated operation through, and no other", () => {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const text = file === FILE ? TEXT : ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
  expect(service.getSemanticDiagnostics(FILE)).toEqual([]);
  const struck = service.getSuggestionDiagnostics(FILE).filter((found) => found.reportsDeprecated);
  expect(struck.map(({ start, length }) => TEXT.slice(start, start + length))).toEqual(["oldWay"]);
});
