import type { CompiledFunction, Constant } from "../jsonschema/index.js";
import { Project, StructureKind, type StatementStructures } from "../morph.js";

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
 * The text of validators.ts. What its modules are to each other is written by ts-morph; the declarations are put behind
 * that as they are printed: to write and parse the megabytes of a large document once more costs a quarter of all that
 * is done for it.
 */
export function emitValidators(module: ValidatorsModule): string {
  const project = new Project({ useInMemoryFileSystem: true });
  const head = project.createSourceFile("validators.ts", { statements: emitImports(module) }).getFullText();
  return [
    head + [...module.types.map(emitType), ...module.constants.map(emitConstant)].join(""),
    ...module.functions.map(emitFunction),
  ].join("\n");
}

/** A `$` in front keeps the two modules apart from every name that a document can give. */
function emitImports({ types, functions }: ValidatorsModule): StatementStructures[] {
  const kind = StructureKind.ImportDeclaration;
  const schema = {
    kind,
    isTypeOnly: true,
    namespaceImport: "$schema",
    moduleSpecifier: "./schema.js",
  } as const;
  const runtime = { kind, namespaceImport: "$runtime", moduleSpecifier: "./runtime.js" } as const;
  return [
    ...(types.some(({ type }) => type.includes("$schema.")) ? [schema] : []),
    ...(functions.length > 0 ? [runtime] : []),
    {
      kind: StructureKind.ExportDeclaration,
      namedExports: [
        "standardSchema",
        ...["StandardSchema", "ValidateOptions", "ValidationIssue"].map((name) => ({
          name,
          isTypeOnly: true,
        })),
      ],
      moduleSpecifier: "./runtime.js",
    },
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
  const lines = text
    .replaceAll("*/", "*\\/")
    .trim()
    .split(/\r\n?|\n/);
  if (lines.length > 1) return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
  return lines[0] === "" ? "" : `/** ${lines[0]} */\n`;
}
