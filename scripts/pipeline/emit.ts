import type { CompiledFunction, Constant } from "../jsonschema/index.js";
import { Project, StructureKind, VariableDeclarationKind, type StatementStructures } from "../morph.js";

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
 * The text of validators.ts. Its declarations are added in one call, because each call parses the whole file again, and
 * its functions are put behind them as they are printed: to parse the megabytes of a large document costs a quarter of
 * all that is done for it.
 */
export function emitValidators(module: ValidatorsModule): string {
  const project = new Project({ useInMemoryFileSystem: true });
  const statements: StatementStructures[] = [
    ...emitImports(module),
    ...module.types.map(emitType),
    ...module.constants.map(emitConstant),
  ];
  const declarations = project.createSourceFile("validators.ts", { statements }).getFullText();
  return [declarations, ...module.functions.map(emitFunction)].join("\n");
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

function emitType({ name, type, description }: RootType): StatementStructures {
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name,
    type,
    docs: description ? [comment(description)] : [],
  };
}

function emitConstant({ name, type, value }: Constant): StatementStructures {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [{ name, initializer: value, ...(type ? { type } : {}) }],
  };
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
  return text.replaceAll("*/", "*\\/").trim();
}
