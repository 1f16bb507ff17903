import { fileURLToPath } from "node:url";
import ts from "typescript";
import { transform } from "typia/lib/transform.js";

const FILE = fileURLToPath(new URL("./peers/typia.ts", import.meta.url));

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  skipLibCheck: true,
  types: [],
};

/**
 * The JavaScript that typia makes of its types, with patterns put in for their names: it reads types, and so needs a
 * program of the TypeScript compiler. Like the others it takes finite numbers alone.
 */
export function transformTypia(patterns: Readonly<Record<string, string>>): string {
  const host = ts.createCompilerHost(OPTIONS);
  const program = ts.createProgram([FILE], OPTIONS, {
    ...host,
    getSourceFile: (name, target, ...others) => {
      const text = name === FILE ? host.readFile(name) : undefined;
      if (text === undefined) return host.getSourceFile(name, target, ...others);
      return ts.createSourceFile(name, putIn(text, patterns), target, true);
    },
  });
  const refused: string[] = [];
  const addDiagnostic = ({ messageText }: ts.Diagnostic): number =>
    refused.push(ts.flattenDiagnosticMessageText(messageText, "\n"));
  const before = [transform(program, { finite: true }, { addDiagnostic })];
  let output = "";
  const write = (_: string, text: string): void => void (output = text);
  program.emit(program.getSourceFile(FILE), write, undefined, false, { before });
  if (refused.length > 0) throw new Error(refused.join("\n"));
  return output;
}

function putIn(text: string, patterns: Readonly<Record<string, string>>): string {
  return Object.entries(patterns).reduce(
    (whole, [name, literal]) => whole.replaceAll(`"${name}"`, () => literal),
    text,
  );
}
