import type { CodeSet } from "./code-set.js";
import { complementSet, namedSet } from "./code-set.js";
import type { Reader } from "./reader.js";
import { eat, peek, take, takeWhile } from "./reader.js";

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

/** `\d \w \s \p{…}` and their opposites, the backslash already read; undefined when it is another escape. */
export function parseSetEscape(reader: Reader): CodeSet | undefined {
  const letter = peek(reader);
  if (reader.unicode && (letter === "p" || letter === "P")) {
    reader.at += 2;
    const set = reader.properties(takeWhile(reader, /[^}]/u));
    reader.at++;
    return letter === "p" ? set : complementSet(set, reader.max);
  }
  const set = letter === "." ? undefined : namedSet(letter, reader.max);
  if (set !== undefined) reader.at++;
  return set;
}

/** An escape that stands for one character, the backslash already read. Annex B.1.2 where there is no `u`. */
export function parseCharacterEscape(reader: Reader, inClass: boolean): number {
  const letter = take(reader);
  const control = CONTROLS[letter];
  if (control !== undefined) return control;
  if (letter === "b" && inClass) return 8;
  if (letter === "c") return parseControl(reader, inClass);
  if (letter === "x") return parseHex(reader, 2) ?? code("x");
  if (letter === "u") return parseUnicodeEscape(reader);
  if (/^[0-7]$/u.test(letter)) return parseOctal(reader, letter);
  return code(letter);
}

function parseControl(reader: Reader, inClass: boolean): number {
  const allowed = inClass && !reader.unicode ? /^[a-z0-9_]$/iu : /^[a-z]$/iu;
  if (allowed.test(peek(reader))) return code(take(reader)) % 32;
  // Annex B: a `\c` that is no control escape is a backslash, and the `c` is read again.
  reader.at--;
  return code("\\");
}

function parseHex(reader: Reader, length: number): number | undefined {
  const start = reader.at;
  const text = takeWhile(reader, /^[0-9a-f]$/iu, length);
  if (text.length === length) return Number.parseInt(text, 16);
  reader.at = start;
  return undefined;
}

function parseUnicodeEscape(reader: Reader): number {
  if (reader.unicode && eat(reader, "{")) {
    const value = Number.parseInt(takeWhile(reader, /^[0-9a-f]$/iu), 16);
    reader.at++;
    return value;
  }
  const lead = parseHex(reader, 4);
  if (lead === undefined) return code("u");
  if (!reader.unicode || lead < 0xd800 || lead > 0xdbff) return lead;
  const start = reader.at;
  const trail = eat(reader, "\\u") ? parseHex(reader, 4) : undefined;
  if (trail !== undefined && trail >= 0xdc00 && trail <= 0xdfff) {
    return (lead - 0xd800) * 0x400 + (trail - 0xdc00) + 0x10000;
  }
  reader.at = start;
  return lead;
}

/** `\0` under `u`; LegacyOctalEscapeSequence of Annex B otherwise. */
function parseOctal(reader: Reader, first: string): number {
  if (reader.unicode) return 0;
  return Number.parseInt(first + takeWhile(reader, /^[0-7]$/u, first <= "3" ? 2 : 1), 8);
}

function code(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}
