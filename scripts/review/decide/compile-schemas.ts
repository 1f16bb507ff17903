import { Script } from "node:vm";
import { compile } from "../../jsonschema/index.js";
import { createPatternJudge, type JudgePatterns } from "../../pattern/judge.js";
import * as runtime from "../../jsonschema/runtime/runtime.js";
import * as formats from "../../jsonschema/runtime/runtime-formats.js";
import * as matcher from "../../jsonschema/runtime/runtime-matcher.js";
import type { Document, Place } from "../document/document.js";
import type { Direction } from "../../json/direction.js";
import { transpile } from "./transpile.js";

export { createPatternJudge, type JudgePatterns };

export type Issue = {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly keyword: string;
  /** JSON Pointer into the document. */
  readonly keywordLocation: string;
};

/** A compiled schema. Formats are assertions. */
export type Checker = {
  readonly accepts: (value: unknown) => boolean;
  readonly issues: (value: unknown) => readonly Issue[];
};

export type SchemaRoot = {
  readonly place: Place;
  readonly direction: Direction;
  /** Whether nobody will ask for the issues of a value. */
  readonly isTestAlone?: boolean;
};

/** A schema of a document that cannot be compiled; the pointer says which. */
export class SchemaError extends Error {
  override readonly name = "SchemaError";
  readonly doc: Document;
  readonly pointer: string;

  constructor(message: string, doc: Document, pointer: string) {
    super(message);
    this.doc = doc;
    this.pointer = pointer;
  }
}

/**
 * Compiles schemas of a document, all at once.
 * @throws SchemaError
 */
export async function compileSchemas(
  doc: Document,
  roots: readonly SchemaRoot[],
  judge: JudgePatterns,
): Promise<readonly Checker[]> {
  if (roots.length === 0) return [];
  const named = roots.map(({ place, direction, isTestAlone = false }, index) => ({
    name: `Root${index}`,
    document: DOCUMENT,
    pointer: place.pointer,
    direction,
    isTestAlone,
  }));
  const module = await compile({
    roots: named.toSorted((a, b) => Number(a.isTestAlone) - Number(b.isTestAlone)),
    documents: new Map([[DOCUMENT, doc.root]]),
    main: DOCUMENT,
    dialect: doc.dialect.translate,
    // JSON Schema core 2020-12 §6.5: what is no keyword says nothing. To tell the author is the generator's business.
    annotations: [...collectKeys(doc.root)],
    formats: "assert",
    judge,
  });
  const problem = module.problems.find(({ severity }) => severity === "error");
  if (problem !== undefined) throw new SchemaError(problem.message, doc, problem.pointer);
  const exports = await evaluate(module);
  return named.map(({ name }) => toChecker(exports, module.aliases.get(name) ?? name));
}

const DOCUMENT = "openapi:/document";

/** Every name that any object of the document has, and indices; the compiler knows the keywords among them. */
function collectKeys(value: unknown, keys = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return keys;
  for (const [key, member] of Object.entries(value)) collectKeys(member, keys.add(key));
  return keys;
}

type Module = Awaited<ReturnType<typeof compile>>;
type Exports = Readonly<Record<string, (value: unknown) => unknown>>;

/** Runs what the compiler printed; every text of the document in it is a quoted literal. */
async function evaluate({ constants, functions }: Module): Promise<Exports> {
  const text = [
    ...constants.map(({ name, value }) => `const ${name} = ${value};`),
    ...functions.map(({ name, parameters, body }) => {
      const list = parameters.map((parameter) => parameter.name);
      return `function ${name}(${list.join(", ")}) {\n${body}\n}`;
    }),
  ].join("\n");
  const names = functions.map(({ name }) => name);
  const source = `(function ($runtime) {\n${await transpile(text)}\nreturn { ${names.join(", ")} };\n})`;
  // The text above is such a function.
  const factory = new Script(source, { filename: "validators.js" }).runInThisContext() as (
    library: object,
  ) => Exports;
  return factory({ ...runtime, ...matcher, ...formats });
}

function toChecker(exports: Exports, name: string): Checker {
  const [accepts, issues] = [exports[`is${name}`], exports[`validate${name}`]];
  if (accepts === undefined) throw new TypeError(`${name} has no validator`);
  return {
    accepts: (value) => accepts(value) === true,
    // A validator gives a list of issues.
    issues: (value) => (issues === undefined ? [] : (issues(value) as readonly Issue[])),
  };
}
