/*
 * Patterns that were written for another engine. ECMA-262 refuses them with the flag `u`; without it Annex B gives them
 * a meaning that nobody intends, in silence: `\Aabc\z` is an A, abc and a z.
 */

import { rewriteToken, type Flags } from "./rewrite.js";
import { readTokens, type Token } from "./tokens.js";

export type Reading =
  /** Nothing in it is of another engine. */
  | { readonly kind: "own" }
  /** The same language in ECMA-262. */
  | { readonly kind: "translated"; readonly source: string }
  /** What has no exact counterpart. */
  | { readonly kind: "foreign" };

export function readForeign(source: string): Reading {
  const delimited = /^\/(\^[^]*\$)\/([a-z]*)$/.exec(source);
  // Between slashes, as code writes it: nothing can stand before the start of a text.
  if (delimited !== null) return translate(delimited[1] ?? "", delimited[2] ?? "");
  // Flags for a part of a pattern are of ECMA-262 since 2025, and unknown to engines that are in use.
  const isOwn = isValid(source, "u") && !/\(\?[a-z-]+:/.test(source);
  if (isOwn) return { kind: "own" };
  const flagged = /^(\^?)\(\?([a-z]+)\)([^]*)$/.exec(source);
  const reading =
    flagged === null ? translate(source, "") : translate(`${flagged[1]}${flagged[3]}`, flagged[2] ?? "");
  const isSame = reading.kind === "translated" && reading.source === source;
  return isSame ? { kind: "own" } : reading;
}

function translate(source: string, letters: string): Reading {
  if (!/^[isug]*$/.test(letters)) return { kind: "foreign" };
  const flags = { ignoresCase: letters.includes("i"), dotIsAny: letters.includes("s") };
  const tokens = readTokens(source);
  const plain = write(tokens, flags, (text) => text);
  if (plain === undefined) return { kind: "foreign" };
  if (isValid(plain, "u")) return { kind: "translated", source: plain };
  // Only with `u` does a property or a long code mean one.
  if (!/\\[pPu]\{/.test(plain))
    return isValid(plain, "") ? { kind: "translated", source: plain } : { kind: "foreign" };
  const strict = write(tokens, flags, dropNeedless);
  return strict !== undefined && isValid(strict, "u")
    ? { kind: "translated", source: strict }
    : { kind: "foreign" };
}

function write(
  tokens: readonly Token[],
  flags: Flags,
  finish: (text: string, token: Token) => string,
): string | undefined {
  const written = tokens.map((token) => {
    const text = rewriteToken(token, flags);
    return text === undefined ? undefined : finish(text, token);
  });
  return written.every((text) => text !== undefined) ? written.join("") : undefined;
}

/** A backslash before a sign that needs none, which `u` refuses; a brace or bracket that `u` asks one for. */
function dropNeedless(text: string, { kind, isInClass }: Token): string {
  if (kind === "character" && !isInClass && /^[{}\]]$/.test(text)) return `\\${text}`;
  if (kind !== "escape" || !/^\\[^A-Za-z0-9]$/.test(text)) return text;
  const needed = isInClass ? /[\^$\\.*+?()[\]{}|/-]/ : /[\^$\\.*+?()[\]{}|/]/;
  return needed.test(text.slice(1)) ? text : text.slice(1);
}

function isValid(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
