import { shorten } from "../../json/shorten.js";
import { ts } from "../../morph.js";
import type { Sides } from "../document/document.js";

/** Both texts of schema.ts in one program, with types that are written over `Base` and `Head`. */
export type Compiler = {
  readonly checker: ts.TypeChecker;
  /** What each expression means; undefined where it names nothing. */
  readonly types: readonly (ts.Type | undefined)[];
  /** The compiler's first message on each piece of code, its innermost reason; undefined where it has none. */
  readonly explain: (pieces: readonly string[]) => readonly (string | undefined)[];
};

/** Opens both sides in memory, over the few global types that schema.ts needs. */
export function openCompiler({ base, head }: Sides<string>, expressions: readonly string[]): Compiler {
  const files = [parse("/globals.d.ts", GLOBALS), parse("/base.ts", base), parse("/head.ts", head)];
  const aliases = expressions.map((expression, index) => `type T${index} = ${expression};`);
  const program = createProgram([...files, parse(CHECK, [IMPORTS, ...aliases].join("\n"))]);
  const checker = program.getTypeChecker();
  const nodes = program.getSourceFile(CHECK)?.statements.filter(ts.isTypeAliasDeclaration) ?? [];
  return {
    checker,
    types: nodes.map(({ type }) => knownType(checker.getTypeFromTypeNode(type))),
    explain: (pieces) => {
      if (pieces.length === 0) return [];
      // A block each, so that no name of one piece is seen in another, on a line of its own.
      const lines = pieces.map((piece) => `{ ${piece} }`);
      const text = [IMPORTS + HELPERS, ...lines].join("\n");
      return readMessages(createProgram([...files, parse(CHECK, text)], program), pieces.length);
    },
  };
}

const CHECK = "/check.ts";
const IMPORTS = `import type * as Base from "./base"; import type * as Head from "./head";`;

/** `At` is what stands under a key of any alternative; `Only` is that one member, optional or not. */
const HELPERS = [
  "type At<T, K extends PropertyKey> = T extends unknown ? K extends keyof T ? T[K] : never : never;",
  "type Only<T, K extends PropertyKey> = T extends object ? Pick<T, K & keyof T> : never;",
].join(" ");

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noLib: true,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

function parse(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
}

function createProgram(files: readonly ts.SourceFile[], old?: ts.Program): ts.Program {
  const byName = new Map(files.map((file) => [file.fileName, file]));
  const host: ts.CompilerHost = {
    getSourceFile: (name) => byName.get(name),
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => byName.has(name),
    readFile: () => undefined,
  };
  return ts.createProgram([...byName.keys()], OPTIONS, host, old);
}

/** What is not known is of the type `any`, which schema.ts never has. */
function knownType(type: ts.Type): ts.Type | undefined {
  return (type.flags & ts.TypeFlags.Any) === 0 ? type : undefined;
}

function readMessages(program: ts.Program, count: number): readonly (string | undefined)[] {
  const file = program.getSourceFile(CHECK);
  const messages = Array.from<string | undefined>({ length: count }).fill(undefined);
  for (const { start = 0, messageText } of program.getSemanticDiagnostics(file)) {
    const index = (file?.getLineAndCharacterOfPosition(start).line ?? 0) - 1;
    messages[index] ??= findReason(ts.flattenDiagnosticMessageText(messageText, "\n"));
  }
  return messages;
}

const LONG = "'{ … }'";

/** The innermost reason, without the long types around it and the names of the helpers. */
function findReason(message: string): string {
  const last = message
    .slice(message.lastIndexOf("\n") + 1)
    .trim()
    .replaceAll(/import\("[^"]*"\)\./g, "")
    .replaceAll(/'(?:Pick|Only|At)<[^']*'/g, LONG);
  // A name stays, however long it is: without it nothing is told.
  const telling = last.replaceAll(/'(?=[^']*[\s{|<])[^']{61,}'/g, LONG);
  // Two long types and nothing else: their beginnings tell them apart.
  const isEmpty = telling.startsWith(`Type ${LONG}`) && telling.endsWith(`${LONG}.`);
  return shorten(isEmpty ? last.replaceAll(/'([^']{59})[^']{2,}'/g, "'$1…'") : telling, 200);
}

const GLOBALS = `
interface Array<T> { readonly length: number; [index: number]: T }
interface ReadonlyArray<T> { readonly length: number; readonly [index: number]: T }
interface Boolean { valueOf(): boolean }
interface CallableFunction {}
interface Function {}
interface IArguments {}
interface NewableFunction {}
interface Number { toFixed(): string }
interface Object {}
interface RegExp { source: string }
interface String { readonly length: number; charAt(index: number): string }
interface Symbol { description: string }
interface Date { getTime(): number }
interface Blob { readonly size: number }
declare type PropertyKey = string | number | symbol;
type Partial<T> = { [K in keyof T]?: T[K] };
type Required<T> = { [K in keyof T]-?: T[K] };
type Readonly<T> = { readonly [K in keyof T]: T[K] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
`;
