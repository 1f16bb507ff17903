import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import type { Options } from "prettier";
import { format } from "prettier/standalone";
import { createMemo, type Memo } from "./memory/memo.js";

/**
 * Above this many characters the text stays as its stage wrote it. Prettier takes about a second a megabyte,
 * more than all other stages together; a fixed limit keeps the bytes the same on every machine.
 */
const MAX_FORMATTED_LENGTH = 256 * 1024;

/** Babel's parser loads and runs in half the time of TypeScript's, and the printer is the same. */
const OPTIONS = {
  parser: "babel-ts",
  plugins: [babel, estree],
  printWidth: 110,
  endOfLine: "lf",
} satisfies Options;

/**
 * TypeScript in the project's own style, always with LF and one line end at the end.
 * @param known statements that were formatted before; it is given those that are new.
 */
export async function formatTypeScript(text: string, known: Memo<string> = createMemo()): Promise<string> {
  const unified = text.replaceAll(/\r\n?/g, "\n");
  if (unified.length > MAX_FORMATTED_LENGTH) return `${unified.trimEnd()}\n`;
  const statements = splitStatements(unified);
  const fresh = [...new Set(statements.map(({ code }) => code))].filter(
    (code) => known.get(code) === undefined,
  );
  const formatted = splitStatements(await format(fresh.join("\n\n"), OPTIONS));
  if (formatted.length !== fresh.length) return await format(unified, OPTIONS);
  for (const [index, { code }] of formatted.entries()) known.set(fresh[index] ?? "", code);
  return statements.map(({ code, end }) => (known.get(code) ?? "") + end).join("");
}

type Statement = { readonly code: string; /** Line ends behind it. */ readonly end: string };

/**
 * Statements of the top level with the comments before them. Their texts decide nothing of each other: prettier lays
 * each out by itself, and keeps a blank line between them. Our own code has no line inside of one that starts so.
 */
function splitStatements(text: string): readonly Statement[] {
  const texts = text.trimEnd().split(/(?<!\*\/)\n(?=\/\*\*|[a-z])/);
  return texts.map((own, index) => {
    const isApart = own.endsWith("\n") && index < texts.length - 1;
    return { code: own.trimEnd(), end: isApart ? "\n\n" : "\n" };
  });
}
