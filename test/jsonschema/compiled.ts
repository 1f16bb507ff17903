import { transform } from "esbuild";
import { compile, type CompileInput, type SchemaProblem } from "../../scripts/jsonschema/index.js";
import type { ValidationIssue } from "../../scripts/jsonschema/runtime/runtime.js";
import { emitValidators } from "../../scripts/pipeline/emit.js";
import { readRuntime } from "../../scripts/pipeline/runtime.js";

export type Validator = {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown, options?: { maxIssues?: number }) => readonly ValidationIssue[];
  readonly text: string;
};

const URI = "https://schemas.test/main.json";

/** Compiles one schema the way a document's schemas are compiled, and loads the text that comes out. */
export async function compiled(schema: unknown, options: Partial<CompileInput> = {}): Promise<Validator> {
  const text = await compiledText(schema, options);
  const module = await load(text);
  // The module is text made a moment ago: its exports have the names and the shapes that the compiler gives.
  return {
    is: module["isMain"] as Validator["is"],
    validate: module["validateMain"] as Validator["validate"],
    text,
  };
}

export type Validate = Validator["validate"];

/** The text of a validators.ts as a module: each `validateX` of it by its name. */
export async function importValidators(
  text: string,
): Promise<Readonly<Record<string, Validate | undefined>>> {
  // Whatever else it exports is not called by such a name.
  return (await load(text)) as Record<string, Validate>;
}

export async function compiledText(schema: unknown, options: Partial<CompileInput> = {}): Promise<string> {
  const module = await compile(input(schema, options));
  const errors = module.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Error(errors.map(({ message, pointer }) => `${pointer}: ${message}`).join("\n"));
  return emitValidators({
    ...module,
    types: [{ name: "Main", type: "unknown", description: "" }],
  });
}

export async function problemsOf(
  schema: unknown,
  options: Partial<CompileInput> = {},
): Promise<readonly SchemaProblem[]> {
  return (await compile(input(schema, options))).problems;
}

function input(schema: unknown, options: Partial<CompileInput>): CompileInput {
  return {
    main: URI,
    formats: "annotate",
    roots: [{ name: "Main", document: URI, pointer: "" }],
    ...options,
    documents: new Map([...(options.documents ?? []), [URI, schema]]),
  };
}

async function load(text: string): Promise<Readonly<Record<string, unknown>>> {
  const source = text.replaceAll(`"./runtime.js"`, JSON.stringify(await runtimeUrl()));
  return importText((await transform(source, { loader: "ts" })).code);
}

let runtime: Promise<string> | undefined;

/** The run-time files in one, as an address that a module made of text can import. */
function runtimeUrl(): Promise<string> {
  runtime ??= (async () => {
    const files = [...readRuntime("assert").values()];
    const texts = files.map((text) => text.replaceAll(/^(import|export) .* from "\.\/.*$/gm, ""));
    return dataUrl((await transform(texts.join("\n"), { loader: "ts" })).code);
  })();
  return runtime;
}

async function importText(text: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(/* @vite-ignore */ dataUrl(text))) as Readonly<Record<string, unknown>>;
}

function dataUrl(text: string): string {
  return `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
}
