import { readFileSync } from "node:fs";
import ts from "typescript";

export type RegExpLiteral = { readonly source: string; readonly flags: string; readonly line: number };

/** Every RegExp literal of a TypeScript file, in order. */
export function readRegExpLiterals(file: URL): RegExpLiteral[] {
  const tree = ts.createSourceFile(file.pathname, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: RegExpLiteral[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), line });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
