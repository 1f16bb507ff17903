import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../../scripts/jsonschema/index.js";
import { emitValidators } from "../../../scripts/pipeline/emit.js";
import { readRuntime } from "../../../scripts/pipeline/runtime.js";
import { compiled } from "../compiled.js";

const LONG = { minLength: 2 };
const MANY = { minItems: 2 };
const FEW = { maxItems: 1 };
const NULL = { type: "null" };

type Row = readonly [claim: string, schema: object, valid: unknown, invalid: unknown];

/** TypeScript narrows a value that no instance can reach to `never`, of which nothing more can be asked. */
const ROWS: readonly Row[] = [
  ["alternatives for two types, one of which always holds", { anyOf: [FEW, LONG], ...MANY }, "a", ["a"]],
  ["an alternative behind one that only lists can fail", { anyOf: [MANY, LONG, FEW] }, "a", undefined],
  ["an alternative behind a list of types", { type: ["string", "null"], anyOf: [{ type: "string" }, LONG] }, null, 1],
  ["an alternative behind null", { enum: [null, "a"], anyOf: [{ const: null }, MANY, LONG] }, null, 1],
  ["a constant beside the length of another type", { anyOf: [{ minimum: 2 }, { const: "", ...LONG }] }, "ab", 1],
  ["alternatives of alternatives", { anyOf: [{ anyOf: [MANY, { minimum: 2 }] }, FEW, LONG] }, ["a"], undefined],
  ["an alternative behind a condition", { anyOf: [{ ...LONG, if: NULL, then: true }, { ...MANY }, { ...FEW }] }, "a", undefined],
  ["properties that all count already", { allOf: [{ unevaluatedProperties: true }], unevaluatedProperties: false }, { a: 1 }, undefined],
  ["items left over by null", { ...NULL, pattern: "^a", unevaluatedItems: { multipleOf: 2 } }, null, []],
  ["properties left over by null", { ...NULL, properties: {}, unevaluatedProperties: false }, null, {}],
  ["a condition on another type than its consequence", { if: NULL, then: { contains: { const: 1 } } }, null, undefined],
  ["a consequence of what is not of a type", { if: MANY, then: true, else: { ...LONG, maxItems: 3 } }, "a", undefined],
  ["a type that is excluded", { not: { anyOf: [LONG, MANY] }, maxLength: 3, maxItems: 3 }, undefined, "a"],
  ["two types at once", { allOf: [{ type: "string" }, { type: "array" }], anyOf: [LONG, MANY] }, undefined, "a"],
]; // prettier-ignore

let messages: readonly string[] = [];

beforeAll(async () => {
  const documents = new Map(ROWS.map(([, schema], index) => [`schema:///${index}`, schema]));
  const roots = [...documents.keys()].map((document, index) => ({
    name: `Row${index}`,
    document,
    pointer: "",
  }));
  const module = await compile({ main: "schema:///0", formats: "annotate", documents, roots });
  const types = roots.map(({ name }) => ({ name, type: "unknown", description: "" }));
  const folder = mkdtempSync(join(tmpdir(), "contradictions-"));
  try {
    const files = [
      ["validators.ts", emitValidators({ ...module, types })],
      ...readRuntime("annotate"),
    ] as const;
    for (const [file, text] of files) writeFileSync(join(folder, file), text);
    messages = typecheck(join(folder, "validators.ts"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** What TypeScript says, after the name of the function that it says it of. */
function typecheck(file: string): readonly string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    allowUnreachableCode: false,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file: source, start = 0, messageText }) => {
    const [, name] =
      /function \w*(Row\d+)\((?![\s\S]*\nfunction )/.exec(source?.text.slice(0, start) ?? "") ?? [];
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

describe("a schema that contradicts itself, or never asks, compiles", () => {
  test.each(ROWS.map(([claim, ...row], index) => [claim, index, ...row] as const))(
    "%s",
    async (_, index, schema, valid, invalid) => {
      expect(messages.filter((message) => message.startsWith(`Row${index}:`))).toEqual([]);
      const { is, validate } = await compiled(schema);
      const verdicts = [valid, invalid].map((value) =>
        value === undefined ? undefined : is(value) && validate(value).length === 0,
      );
      expect(verdicts).toEqual([
        valid === undefined ? undefined : true,
        invalid === undefined ? undefined : false,
      ]);
    },
  );

  test("in all that is written of them", () => {
    expect(messages).toEqual([]);
  });
});
