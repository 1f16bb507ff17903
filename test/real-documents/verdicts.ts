import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Claim } from "./claims.js";

/** A literal that meets its type directly, where names that the type does not know are refused, and one that does not. */
const HEAD = `import type * as $ from "./validators.js";
declare function take<X>(): <T extends X>(value: T) => void;
`;

/**
 * The claims that the compiler contradicts, each in words.
 * @param claims of each folder that a document was generated into.
 */
export function findContradictions(claims: ReadonlyMap<string, readonly Claim[]>): readonly string[] {
  const files = new Map([...claims].map(([folder, list]) => [writeLiterals(folder, list), list] as const));
  const program = ts.createProgram([...files.keys()], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  return [...files].flatMap(([file, list]) => {
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error(`${file} is not read`);
    const messages = new Map(
      program
        .getSemanticDiagnostics(source)
        .map(({ start = 0, messageText }) => [
          source.getLineAndCharacterOfPosition(start).line - LINES_OF_HEAD,
          ts.flattenDiagnosticMessageText(messageText, " "),
        ]),
    );
    return list.flatMap(({ type, value, isValue }, line) => {
      const message = messages.get(line);
      if ((message === undefined) === isValue) return [];
      return [
        `${type} ${isValue ? `is not ${JSON.stringify(value)}: ${message}` : `is ${JSON.stringify(value)}`}`,
      ];
    });
  });
}

const LINES_OF_HEAD = HEAD.split("\n").length - 1;

function writeLiterals(folder: string, claims: readonly Claim[]): string {
  const lines = claims.map(({ type, value, isValue, isMutant }, index) => {
    const text = JSON.stringify(value);
    return isValue && isMutant
      ? `take<$.${type}>()(${text});`
      : `export const v${index}: $.${type} = ${text};`;
  });
  const file = join(folder, "literals.ts");
  writeFileSync(file, `${HEAD}${lines.join("\n")}\n`);
  return file;
}
