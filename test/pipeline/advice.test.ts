import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileDocument } from "../../scripts/pipeline/run.js";
import { sourceInMemory } from "./memory-source.js";

const RULES = ["operation-tag-defined", "tags-alphabetical", "path-http-verbs-order"];
const DOCUMENT = `openapi: 3.1.0
info: { title: T, version: "1" }
tags: [{ name: zebras }, { name: apes }]
paths:
  /a:
    post: { operationId: b, tags: [aped], responses: { 200: { description: "" } } }
    get: { operationId: a, responses: { 200: { description: "" } } }
`;

let folder = "";
let told = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "advice-"));
  const configFile = join(folder, "redocly.yaml");
  writeFileSync(configFile, `rules: { ${RULES.map((rule) => `${rule}: warn`).join(", ")} }\n`);
  const { problems } = await compileDocument(sourceInMemory({ "a.yaml": DOCUMENT }), {
    formats: "annotate",
    configFile,
  });
  told = problems.map(({ line, rule, message }) => `${line} ${rule} ${message}`).join("\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["which order of tags", /^3 tags-alphabetical .*: the order is apes, zebras$/m],
  [
    "which tags there are, and the nearest",
    /^6 operation-tag-defined .*: the document has zebras, apes\. Did you mean apes\?$/m,
  ],
  [
    "which tags there are where none is given",
    /^7 operation-tag-defined .*: the document has zebras, apes$/m,
  ],
  ["which order of methods", /^7 path-http-verbs-order .*: the order is get, head, post, /m],
])("a rule that asks for something says what: %s", (_claim, words) => expect(told).toMatch(words));
