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

/** A part of a pattern that takes one character, or a whole class of them. */
const TOKENS = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|[^])|\[(?:\\[^]|[^\]\\])*\]|[^]/g;

/** The pattern that takes without the flag `i` what this one takes with it; for ASCII, which is all that ours fold. */
export function foldCase(source: string): string {
  return source.replace(TOKENS, (token) => {
    if (token.startsWith("["))
      return token.replaceAll(/\\[^]|([a-z])-([a-z])/g, (part, from?: string, to?: string) =>
        from === undefined || to === undefined ? part : `${part}${from.toUpperCase()}-${to.toUpperCase()}`,
      );
    return /^[a-z]$/.test(token) ? `[${token}${token.toUpperCase()}]` : token;
  });
}

/** The pattern without its lookarounds, and what they look for. */
export function splitLookarounds(source: string): {
  readonly rest: string;
  readonly bodies: readonly string[];
} {
  const tokens = source.match(TOKENS) ?? [];
  const bodies: string[] = [];
  let [rest, body, depth] = ["", "", 0];
  for (const [i, token] of tokens.entries()) {
    const begins = depth === 0 && token === "(" && /^\?<?[=!]/.test(tokens.slice(i + 1, i + 4).join(""));
    if (depth === 0 && !begins) rest += token;
    else {
      body += token;
      depth += Number(token === "(") - Number(token === ")");
      if (depth === 0) bodies.push(body.replace(/^\(\?<?[=!]/, "(?:"));
      if (depth === 0) body = "";
    }
  }
  return { rest, bodies };
}
