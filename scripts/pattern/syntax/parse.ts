import { namedSet } from "./code-set.js";
import { parseClass } from "./parse-class.js";
import { parseCharacterEscape, parseSetEscape } from "./parse-escape.js";
import type { PropertySets } from "./property-set.js";
import type { Reader } from "./reader.js";
import { eat, openReader, peek, take, takeWhile } from "./reader.js";
import type { Flags, Syntax } from "./syntax.js";

/** Reads a pattern that `new RegExp(source, flags)` accepts; what V8 refuses is not looked for again. */
export function parsePattern(source: string, flags: Flags, properties: PropertySets): Syntax {
  const reader = openReader(source, flags, properties);
  return reader.depth > maxDepth ? { kind: "irregular", what: "nesting" } : parseChoice(reader);
}

const maxDepth = 200;

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

function parseGroup(reader: Reader): Syntax {
  const looks = ["?=", "?!", "?<=", "?<!"].some((mark) => eat(reader, mark));
  if (!looks && !eat(reader, "?:") && eat(reader, "?<")) {
    takeWhile(reader, /^[^>]$/su);
    reader.at++;
  }
  const body = parseChoice(reader);
  reader.at++;
  return looks ? { kind: "irregular", what: "lookaround" } : body;
}

function parseEscape(reader: Reader): Syntax {
  if (eat(reader, "b")) return { kind: "assertion", at: "boundary" };
  if (eat(reader, "B")) return { kind: "assertion", at: "inside" };
  if (isReference(reader)) return { kind: "irregular", what: "backreference" };
  const set = parseSetEscape(reader);
  return set === undefined ? literal(parseCharacterEscape(reader, false)) : { kind: "set", set };
}

/** Annex B reads `\2` as an octal escape when there is no second group, `\k` as a k when no group has a name. */
function isReference(reader: Reader): boolean {
  if (peek(reader) === "k" && (reader.unicode || reader.named)) return true;
  const start = reader.at;
  const digits = takeWhile(reader, /^[0-9]$/u);
  const isGroup = /^[1-9]/u.test(digits) && (reader.unicode || Number(digits) <= reader.groups);
  if (!isGroup) reader.at = start;
  return isGroup;
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
