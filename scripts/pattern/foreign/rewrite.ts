import { findProperty, membersOfClass } from "./named-classes.js";
import type { Token } from "./tokens.js";

export type Flags = { readonly ignoresCase: boolean; readonly dotIsAny: boolean };

/** The piece in ECMA-262; undefined where it has no exact counterpart. */
export function rewriteToken(token: Token, flags: Flags): string | undefined {
  const { text, isInClass } = token;
  switch (token.kind) {
    case "escape":
      return rewriteEscape(token, flags);
    case "quote":
      return text
        .replace(/^\\Q/, "")
        .replace(/\\E$/, "")
        .split("")
        .map((letter) => writeLetter(quote(letter), isInClass, flags))
        .join("");
    case "posix":
      return rewritePosix(text);
    case "brace":
      return rewriteBrace(text);
    case "group":
      return rewriteGroup(text);
    case "open":
      return text.endsWith("]") ? `${text.slice(0, -1)}\\]` : text;
    case "range":
      return flags.ignoresCase && /^[a-z]/i.test(text) ? `${text.toLowerCase()}${text.toUpperCase()}` : text;
    case "close":
      return text;
    case "character":
      if (text === "." && !isInClass && flags.dotIsAny) return String.raw`[\s\S]`;
      // A class within a class: of Java, or of XML Schema.
      if (text === "[" && isInClass) return undefined;
      return writeLetter(text, isInClass, flags);
  }
}

function quote(letter: string): string {
  return /[$()*+.?[\\\]^{|}/-]/.test(letter) ? `\\${letter}` : letter;
}

/** Beyond ASCII the cases of a letter are a matter of tables, which engines do not share. */
function writeLetter(letter: string, isInClass: boolean, { ignoresCase }: Flags): string | undefined {
  if (!ignoresCase) return letter;
  if (letter.charCodeAt(0) > 0x7f) return undefined;
  if (!/^[a-z]$/i.test(letter)) return letter;
  const both = `${letter.toLowerCase()}${letter.toUpperCase()}`;
  return isInClass ? both : `[${both}]`;
}

/** Letters that only other engines know behind a backslash, outside of a class. */
const ESCAPES: Readonly<Record<string, string>> = {
  "\\A": "^",
  "\\z": "$",
  // The very end for some engines; others let a line break follow.
  "\\Z": String.raw`(?=\n?$)`,
};

const CONTROLS: Readonly<Record<string, string>> = { "\\a": String.raw`\x07`, "\\e": String.raw`\x1b` };

function rewriteEscape({ text, isInClass }: Token, { ignoresCase }: Flags): string | undefined {
  const [, property] = /^\\[pP]\{?([^}]*)\}?$/.exec(text) ?? [];
  if (property !== undefined) return ignoresCase ? undefined : rewriteProperty(text, property, isInClass);
  const [, code] = /^\\x\{\s*([\da-f]+)\s*\}$/i.exec(text) ?? [];
  if (code !== undefined) return ignoresCase ? undefined : `\\u{${code}}`;
  const known = isInClass ? undefined : ESCAPES[text];
  if (known !== undefined) return known;
  if (CONTROLS[text] !== undefined) return CONTROLS[text];
  // The value of a group is compared by letter.
  if (ignoresCase && /^\\(?:[1-9k]|[ux])/.test(text)) return undefined;
  // ECMA-262 §22.2.1: a letter behind a backslash means something, or is kept for later.
  return /^\\[A-Za-z]$/.test(text) && !/^\\[bBdDfnrsStvwWxuck]$/.test(text) ? undefined : text;
}

function rewriteProperty(text: string, name: string, isInClass: boolean): string | undefined {
  const isNegated = text.startsWith("\\P") !== name.startsWith("^");
  const bare = name.replace("^", "");
  const property = findProperty(bare);
  if (property !== undefined) return `\\${isNegated ? "P" : "p"}{${property}}`;
  const members = membersOfClass(bare);
  if (members === undefined || (isNegated && isInClass)) return undefined;
  if (isInClass) return members;
  return `[${isNegated ? "^" : ""}${members}]`;
}

function rewritePosix(text: string): string | undefined {
  return text.startsWith("[:^") ? undefined : membersOfClass(text.slice(2, -2));
}

/** `{10, 15}` and `{,15}`. */
function rewriteBrace(text: string): string {
  const [, min = "", comma = "", max = ""] = /^\{\s*(\d*)\s*(,?)\s*(\d*)\s*\}$/.exec(text) ?? [];
  return min === "" && max === "" ? text : `{${min || 0}${comma}${max}}`;
}

/** Comments, names as Python writes them, and what ECMA-262 has as well; flags have been taken away. */
function rewriteGroup(text: string): string | undefined {
  if (text.startsWith("(?#")) return "";
  const [, reference] = /^\(\?P=([^)]*)\)$/.exec(text) ?? [];
  if (reference !== undefined) return `\\k<${reference}>`;
  if (/^\(\?P<[^=!>]*>$/.test(text)) return text.replace("?P<", "?<");
  return /^\(\?(?:[:=!]|<)/.test(text) ? text : undefined;
}
