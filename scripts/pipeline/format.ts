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
  if (BROKEN_COMMENT.test(unified)) return await format(unified, OPTIONS);
  const statements = splitText(unified).flatMap(splitMembers);
  const fresh = [...new Set(statements.map(({ code }) => code))].filter(
    (code) => known.get(code) === undefined,
  );
  if (fresh.length > 0) {
    const formatted = splitText(await format(fresh.join("\n\n"), OPTIONS));
    if (formatted.length !== fresh.length) return await format(unified, OPTIONS);
    for (const [index, { code }] of formatted.entries()) known.set(fresh[index] ?? "", code);
  }
  return statements.map((statement) => unwrap(known.get(statement.code) ?? "", statement)).join("");
}

/**
 * A comment with a line that does not begin as its others do: TypeScript's printer takes the line separators of Unicode
 * for line ends, and a line of that kind may look like a statement.
 */
const BROKEN_COMMENT = /^ *\/\*(?:(?!\*\/)[^])*?\n(?! *\*)/m;

type Statement = {
  readonly code: string;
  /** How many lines open what it stands in, and as many close it. */
  readonly depth: number;
  /** How many of them it is the first, or the last, to stand in. */
  readonly opens: number;
  readonly closes: number;
  /** Line ends behind it. */
  readonly end: string;
};

/**
 * Statements with the comments before them. Their texts decide nothing of each other: prettier lays each out by itself,
 * and keeps a blank line between them. Our own code has no line inside of one that starts so.
 */
function splitText(text: string, start = /(?<!\*\/)\n(?=\/\*\*|[a-z])/): readonly Statement[] {
  const texts = text.trimEnd().split(start);
  return texts.map((own, index) => {
    const isApart = own.endsWith("\n") && index < texts.length - 1;
    return { code: own.trimEnd(), depth: 0, opens: 0, closes: 0, end: isApart ? "\n\n" : "\n" };
  });
}

/** Longer interfaces are laid out member by member. */
const MAX_INTERFACE_LENGTH = 1000;

/** Where a member starts, as openapi-typescript indents it. */
const MEMBER_STARTS = [/(?<!\*\/)\n(?= {4}(?:\/\*\*|[\w"]))/, /(?<!\*\/)\n(?= {8}(?:\/\*\*|[\w"]))/];

/** An interface as several, each of one member, down to short ones: most saves change one member of one of them. */
function splitMembers(statement: Statement): readonly Statement[] {
  const { code, depth, opens, closes } = statement;
  const start = MEMBER_STARTS[depth];
  const lines = code.split("\n");
  const isBlock = lines[depth]?.endsWith("{") === true && /^ *\};?$/.test(lines.at(-1 - depth) ?? "");
  const isLong = code.startsWith("export interface ") && code.length > MAX_INTERFACE_LENGTH;
  if (!isLong || !isBlock || start === undefined) return [statement];
  const [before, inner, behind] = cut(lines, depth + 1);
  const members = splitText(inner.join("\n"), start);
  return members.flatMap((member, index) => {
    const [isFirst, isLast] = [index === 0, index === members.length - 1];
    return splitMembers({
      code: [...before, member.code, ...behind].join("\n"),
      depth: depth + 1,
      opens: isFirst ? opens + 1 : 0,
      closes: isLast ? closes + 1 : 0,
      end: isLast ? statement.end : member.end,
    });
  });
}

/** Its own lines, with those of what it opens and closes. */
function unwrap(formatted: string, { depth, opens, closes, end }: Statement): string {
  const [before, inner, behind] = cut(formatted.split("\n"), depth);
  return [...before.slice(depth - opens), ...inner, ...behind.slice(0, closes)].join("\n") + end;
}

function cut(lines: readonly string[], count: number) {
  const end = lines.length - count;
  return [lines.slice(0, count), lines.slice(count, end), lines.slice(end)] as const;
}
