import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { renderTypes } from "../../../scripts/pipeline/types.js";

type Row = readonly [claim: string, schema: object, type: string];

const OBJECT = { type: "object" } as const;
const TEXT = { type: "string" } as const;
const NUMBER = { type: "number" } as const;

/** Other components that the rows refer to. */
const SHARED = {
  Named: { ...OBJECT, properties: { name: TEXT, age: NUMBER } },
  Cat: {
    ...OBJECT,
    required: ["petType"],
    properties: { petType: TEXT },
    discriminator: { propertyName: "petType" },
  },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The schema `A` and a type that it must be the same as. */
const ROWS: readonly Row[] = [
  [
    "properties beside alternatives hold as well",
    {
      ...OBJECT,
      required: ["name"],
      properties: { name: TEXT },
      anyOf: [ref("Cat"), { ...OBJECT, properties: { n: NUMBER } }],
    },
    "{ name: string } & ({ petType: string } | { n?: number })",
  ],
  [
    "an alternative of required names alone has their types",
    { ...OBJECT, properties: { a: TEXT, b: NUMBER }, oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    "{ a?: string; b?: number } & ({ a: string } | { b: number })",
  ],
  [
    "words beside a reference hold as well",
    { ...ref("Named"), required: ["name"] },
    "{ name?: string; age?: number } & { name: string }",
  ],
  [
    "what allOf requires of another part",
    { allOf: [ref("Named"), { required: ["age"] }] },
    "{ name?: string; age?: number } & { age: number }",
  ],
  ["a discriminator asserts nothing", { allOf: [ref("Cat")] }, "{ petType: string }"],
  [
    "nor does it for those that it tells apart",
    { oneOf: [ref("Cat"), ref("Named")], discriminator: { propertyName: "petType", mapping: { a: "Cat" } } },
    "{ petType: string } | { name?: string; age?: number }",
  ],
  ["a name that is required and not described", { ...OBJECT, required: ["x"] }, "{ x: unknown }"],
  ["an object of which nothing is said", OBJECT, "{ [key: string]: unknown }"],
  ["an object that takes no names", { ...OBJECT, additionalProperties: false }, "Record<string, never>"],
  [
    "names that are not listed, beside those that are",
    { ...OBJECT, required: ["n"], properties: { n: NUMBER }, additionalProperties: TEXT },
    "{ n: number } & { [key: string]: string | number }",
  ],
  [
    "patterns of names",
    { ...OBJECT, patternProperties: { "^x": TEXT }, additionalProperties: NUMBER },
    "{ [key: string]: string | number }",
  ],
  [
    "patterns of names beside any others",
    { ...OBJECT, patternProperties: { "^x": TEXT } },
    "{ [key: string]: unknown }",
  ],
  ["a list that begins in a certain way", { type: "array", prefixItems: [TEXT, NUMBER] }, "unknown[]"],
  ["a list that goes on", { type: "array", prefixItems: [TEXT], items: NUMBER }, "(string | number)[]"],
  [
    "a list that may be shorter",
    { type: "array", prefixItems: [TEXT, NUMBER], items: false },
    "(string | number)[]",
  ],
  ["a tuple", { type: "array", prefixItems: [TEXT, NUMBER], items: false, minItems: 2 }, "[string, number]"],
  ["a list that is empty", { type: "array", items: false }, "never[]"],
  ["null alone", { const: null }, "null"],
  ["values of several types", { enum: ["a", 1, null, true] }, '"a" | 1 | null | true'],
  ["values of an allowed type only", { type: ["string", "null"], enum: ["a", 1] }, '"a"'],
  ["a constant of another type", { ...TEXT, const: 1 }, "never"],
  ["a constant that is not among the values", { enum: ["a"], const: "b" }, "never"],
  ["an object among the values", { ...OBJECT, enum: [{ a: 1 }] }, "{ a: 1 }"],
  ["a type beside constants", { ...TEXT, oneOf: [{ const: "a" }, { const: "b" }] }, '"a" | "b"'],
  [
    "a default does not make a property",
    { ...OBJECT, properties: { a: { ...TEXT, default: "x" } } },
    "{ a?: string }",
  ],
  ["null beside what refuses it", { type: ["object", "null"], allOf: [ref("Cat")] }, "{ petType: string }"],
  ["a list of itself", { anyOf: [{ type: "null" }, { type: "array", items: ref("A") }] }, "null | unknown[]"],
  [
    "a schema of its own definitions",
    { ...OBJECT, properties: { a: { $ref: "#/components/schemas/A/$defs/x" } }, $defs: { x: NUMBER } },
    "{ a?: number }",
  ],
  [
    "an anchor",
    { ...OBJECT, properties: { a: { $ref: "#here" } }, $defs: { x: { $anchor: "here", ...NUMBER } } },
    "{ a?: number }",
  ],
  [
    "a name that no type writes plainly",
    { ...OBJECT, properties: { "50%": NUMBER, "a#b": TEXT } },
    '{ "50%"?: number; "a#b"?: string }',
  ],
];

const ROWS_30: readonly Row[] = [
  ["nullable beside a type", { ...TEXT, nullable: true }, "string | null"],
  ["nullable without a type", { allOf: [ref("Cat")], nullable: true }, "{ petType: string }"],
  ["nullable beside values without null", { ...TEXT, enum: ["a"], nullable: true }, '"a"'],
  ["nullable beside values with null", { ...TEXT, enum: ["a", null], nullable: true }, '"a" | null'],
  ["words beside a reference", { ...ref("Cat"), nullable: true, required: ["x"] }, "{ petType: string }"],
];

const ALL = [...ROWS.map((row) => ["3.1.0", row] as const), ...ROWS_30.map((row) => ["3.0.3", row] as const)];

let messages: readonly string[] = [];

/** Two types are the same when each is assignable to the other; `any` is neither. */
const HEAD = `
type Same<A, B> = (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : false;
type Flat<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]: Flat<T[K]> } : T;
`;

beforeAll(() => {
  const files = new Map<string, string>();
  for (const [index, [openapi, [, schema, type]]] of ALL.entries()) {
    const { text } = renderTypes(
      JSON.stringify({ openapi, components: { schemas: { A: schema, ...SHARED } } }),
    );
    files.set(`/schema-${index}.ts`, text);
    const check = `export const same: Same<components["schemas"]["A"], ${type}> = true;\n`;
    files.set(`/row-${index}.ts`, `import type { components } from "./schema-${index}.js";\n${HEAD}${check}`);
  }
  messages = compile(files);
});

describe("the type of a schema is that of its values", () => {
  test.each(ALL.map(([, [claim, , type]], index) => [claim, type, index] as const))(
    "%s: %s",
    (_, _type, index) => {
      expect(
        messages.filter(
          (message) => message.startsWith(`/row-${index}.ts`) || message.startsWith(`/schema-${index}.ts`),
        ),
      ).toEqual([]);
    },
  );
});

function compile(files: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version);
  };
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
}
