import type { CodeSet } from "./code-set.js";
import { complementSet, uniteSets } from "./code-set.js";
import { parseCharacterEscape, parseSetEscape } from "./parse-escape.js";
import type { Reader } from "./reader.js";
import { eat, peek, take } from "./reader.js";

const DASH = 0x2d;

/** A character class, the opening bracket already read. */
export function parseClass(reader: Reader): CodeSet {
  const negated = eat(reader, "^");
  const parts: CodeSet[] = [];
  while (!eat(reader, "]")) {
    const low = parseMember(reader);
    if (peek(reader) !== "-" || peek(reader, 1) === "]") {
      parts.push(low);
      continue;
    }
    reader.at++;
    parts.push(...rangeOf(low, parseMember(reader)));
  }
  const set = uniteSets(parts);
  return negated ? complementSet(set, reader.max) : set;
}

function parseMember(reader: Reader): CodeSet {
  if (!eat(reader, "\\")) return single(take(reader).codePointAt(0) ?? 0);
  return parseSetEscape(reader) ?? single(parseCharacterEscape(reader, true));
}

function single(code: number): CodeSet {
  return [code, code];
}

/** Annex B takes `[\w-x]` for a word character, a dash or an x. */
function rangeOf(low: CodeSet, high: CodeSet): readonly CodeSet[] {
  const [from, to] = [low[0], high[0]];
  const isRange = low.length === 2 && high.length === 2 && from === low[1] && to === high[1];
  return isRange && from !== undefined && to !== undefined ? [[from, to]] : [low, high, [DASH, DASH]];
}
