import { namedSet } from "./code-set.js";
import { parseClass } from "./parse-class.js";
import { parseCharacterEscape, parseSetEscape } from "./parse-escape.js";
import type { PropertySets } from "./property-set.js";
import type { Reader } from "./reader.js";
import { eat, openReader, peek, take, takeWhile } from "./reader.js";
import type { Groups } from "./references.js";
import type { Flags, Syntax } from "./syntax.js";

/*
 * The syntax of ECMA-262 patterns, with `u` and with Annex B. V8 has accepted the pattern before, so nothing is refused here.
 */

export type Parsed = { readonly syntax: Syntax; readonly groups: Groups };

/** Reads a pattern that `new RegExp(source, flags)` accepts; what V8 refuses is not looked for again. */
export function parsePattern(source: string, flags: Flags, properties: PropertySets): Parsed {
  const reader = openReader(source, flags, properties);
  const syntax: Syntax = reader.depth > MAX_DEPTH ? { kind: "nesting" } : parseChoice(reader);
  return { syntax, groups: reader.captured };
}

const MAX_DEPTH = 200;

function parseChoice(reader: Reader): Syntax {
  const items = [parseSequence(reader)];
  while (eat(reader, "|")) items.push(parseSequence(reader));
  return items.length === 1 && items[0] !== undefined ? items[0] : { kind: "choice", items };
}

function parseSequence(reader: Reader): Syntax {
  const items: Syntax[] = [];
  while (reader.at < reader.units.length && peek(reader) !== "|" && peek(reader) !== ")") {
    items.push(parseQuantifier(reader, parseAtom(reader)));
  }
  return { kind: "sequence", items };
}

function parseAtom(reader: Reader): Syntax {
  const letter = take(reader);
  switch (letter) {
    case "^":
      return { kind: "assertion", at: "start" };
    case "$":
      return { kind: "assertion", at: "end" };
    case "(":
      return parseGroup(reader);
    case "[":
      return { kind: "set", set: parseClass(reader) };
    case ".":
      return { kind: "set", set: namedSet(".", reader.max) ?? [] };
    case "\\":
      return parseEscape(reader);
    default:
      return literal(letter.codePointAt(0) ?? 0);
  }
}

function literal(code: number): Syntax {
  return { kind: "set", set: [code, code] };
}

const LOOKS = [
  { mark: "?=", behind: false, negated: false },
  { mark: "?!", behind: false, negated: true },
  { mark: "?<=", behind: true, negated: false },
  { mark: "?<!", behind: true, negated: true },
] as const;

function parseGroup(reader: Reader): Syntax {
  for (const { mark, behind, negated } of LOOKS) {
    if (eat(reader, mark)) return { kind: "look", body: closeGroup(reader), behind, negated };
  }
  return eat(reader, "?:") ? closeGroup(reader) : parseCapture(reader);
}

function parseCapture(reader: Reader): Syntax {
  const number = String(++reader.opened);
  const name = eat(reader, "?<") ? parseName(reader) : undefined;
  const body = closeGroup(reader);
  reader.captured.set(number, body);
  if (name !== undefined) reader.captured.set(name, body);
  return body;
}

function closeGroup(reader: Reader): Syntax {
  const body = parseChoice(reader);
  reader.at++;
  return body;
}

/** The name of a group, the opening bracket already read. It may be written with escapes. */
function parseName(reader: Reader): string {
  const name = takeWhile(reader, /^[^>]$/su);
  reader.at++;
  return name.replaceAll(/\\u(?:\{(\p{AHex}+)\}|(\p{AHex}{4}))/gu, (_, long?: string, short?: string) =>
    String.fromCodePoint(Number.parseInt(long ?? short ?? "", 16)),
  );
}

function parseEscape(reader: Reader): Syntax {
  if (eat(reader, "b")) return { kind: "assertion", at: "boundary" };
  if (eat(reader, "B")) return { kind: "assertion", at: "inside" };
  const group = parseReference(reader);
  if (group !== undefined) return { kind: "reference", group };
  const set = parseSetEscape(reader);
  return set === undefined ? literal(parseCharacterEscape(reader, false)) : { kind: "set", set };
}

/** Annex B reads `\2` as an octal escape when there is no second group, `\k` as a k when no group has a name. */
function parseReference(reader: Reader): string | undefined {
  if ((reader.unicode || reader.named) && eat(reader, "k<")) return parseName(reader);
  const start = reader.at;
  const digits = takeWhile(reader, /^[0-9]$/u);
  if (/^[1-9]/u.test(digits) && (reader.unicode || Number(digits) <= reader.groups)) return digits;
  reader.at = start;
  return undefined;
}

function parseQuantifier(reader: Reader, body: Syntax): Syntax {
  const bounds = parseBounds(reader);
  if (bounds === undefined) return body;
  const [min, max] = bounds;
  return { kind: "repeat", body, min, max, lazy: eat(reader, "?") };
}

function parseBounds(reader: Reader): readonly [number, number] | undefined {
  if (eat(reader, "*")) return [0, Infinity];
  if (eat(reader, "+")) return [1, Infinity];
  if (eat(reader, "?")) return [0, 1];
  const start = reader.at;
  if (!eat(reader, "{")) return undefined;
  const min = takeWhile(reader, /^[0-9]$/u);
  const comma = eat(reader, ",");
  const max = comma ? takeWhile(reader, /^[0-9]$/u) : min;
  if (min !== "" && eat(reader, "}")) return [Number(min), max === "" ? Infinity : Number(max)];
  // Annex B: a brace that opens no quantifier is a brace.
  reader.at = start;
  return undefined;
}
