import type { CompiledFunction, Constant } from "../jsonschema/index.js";

/** A module of validators, before it is text. */
export type ValidatorsModule = {
  readonly constants: readonly Constant[];
  readonly functions: readonly CompiledFunction[];
  /** A type for each root, in order, with words for its declaration. */
  readonly types: readonly RootType[];
};

export type RootType = {
  readonly name: string;
  readonly type: string;
  readonly description: string;
};

/**
 * The text of validators.ts. Its parts are put one behind the other as they are printed: a library that builds a module
 * of parts takes as long to load as the whole compiler to run.
 */
export function emitValidators(module: ValidatorsModule): string {
  return [
    [...emitImports(module), ...module.types.map(emitType), ...module.constants.map(emitConstant)].join(""),
    ...module.functions.map(emitFunction),
  ].join("\n");
}

const RUNTIME_EXPORTS = "standardSchema, type StandardSchema, type ValidateOptions, type ValidationIssue";

/** A `$` in front keeps the two modules apart from every name that a document can give. */
function emitImports({ types, functions }: ValidatorsModule): string[] {
  return [
    types.some(({ type }) => type.includes("$schema."))
      ? `import type * as $schema from "./schema.js";\n`
      : "",
    functions.length > 0 ? `import * as $runtime from "./runtime.js";\n` : "",
    `export { ${RUNTIME_EXPORTS} } from "./runtime.js";\n`,
  ];
}

function emitType({ name, type, description }: RootType): string {
  return `${comment(description)}export type ${name} = ${type};\n`;
}

function emitConstant({ name, type, value }: Constant): string {
  return `const ${name}${type === undefined ? "" : `: ${type}`} = ${value};\n`;
}

function emitFunction({ name, parameters, returnType, body, root }: CompiledFunction): string {
  const list = parameters.map(({ name: own, type, isOptional }) => `${own}${isOptional ? "?" : ""}: ${type}`);
  const verdict = root ? `${parameters[0]?.name} is ${root.name}` : "boolean";
  const head = `${root ? "export " : ""}function ${name}(${list.join(", ")}): ${returnType ?? verdict}`;
  const words = root ? `/** ${describe(name, root.name)} */\n` : "";
  return `${words}${head} {\n${indent(body)}}\n`;
}

function indent(body: string): string {
  return body.replaceAll(/^.*$/gm, (line) => (line === "" ? "" : `  ${line}`)) + (body === "" ? "" : "\n");
}

function describe(name: string, root: string): string {
  return name.startsWith("validate")
    ? `What is wrong with a value as ${root}; empty when nothing is.`
    : `Whether a value is ${root}.`;
}

/** Text of a document must not end the comment it stands in. */
function comment(text: string): string {
  const lines = text.replaceAll("*/", "*\\/").trim().split(/\r?\n/);
  if (lines.length > 1) return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
  return lines[0] === "" ? "" : `/** ${lines[0]} */\n`;
}
