import type { PropertySets } from "./property-set.js";
import type { Flags, Syntax } from "./syntax.js";

/** The place of the parser in a pattern. Made for one parse and thrown away with it. */
export type Reader = {
  /** code points under the `u` flag, code units without */
  readonly units: readonly string[];
  at: number;
  readonly unicode: boolean;
  /** the highest member of the alphabet */
  readonly max: number;
  /** Annex B decides by these whether `\1` and `\k` are references */
  readonly groups: number;
  readonly named: boolean;
  /** how deep groups stand in groups */
  readonly depth: number;
  readonly properties: PropertySets;
  /** how many captured groups have begun, and those that have ended, by number and by name */
  opened: number;
  readonly captured: Map<string, Syntax>;
};

export function openReader(source: string, flags: Flags, properties: PropertySets): Reader {
  const unicode = flags === "u";
  const units = unicode ? Array.from(source) : source.split("");
  const max = unicode ? 0x10ffff : 0xffff;
  return { units, at: 0, unicode, max, properties, opened: 0, captured: new Map(), ...countGroups(units) };
}

function countGroups(units: readonly string[]): { groups: number; named: boolean; depth: number } {
  let groups = 0;
  let open = 0;
  let depth = 0;
  let named = false;
  let inClass = false;
  for (let i = 0; i < units.length; i++) {
    if (units[i] === "\\") i++;
    else if (units[i] === "[") inClass = true;
    else if (units[i] === "]") inClass = false;
    else if (units[i] === ")" && !inClass) open--;
    else if (units[i] === "(" && !inClass) {
      depth = Math.max(depth, ++open);
      const isName =
        units[i + 1] === "?" && units[i + 2] === "<" && units[i + 3] !== "=" && units[i + 3] !== "!";
      if (isName) named = true;
      if (isName || units[i + 1] !== "?") groups++;
    }
  }
  return { groups, named, depth };
}

export function peek(reader: Reader, ahead = 0): string {
  return reader.units[reader.at + ahead] ?? "";
}

export function take(reader: Reader): string {
  return reader.units[reader.at++] ?? "";
}

/** Steps over `text` when it comes next. */
export function eat(reader: Reader, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (peek(reader, i) !== text[i]) return false;
  reader.at += text.length;
  return true;
}

/** Steps over the run of characters that `test` accepts, at most `most`, and hands it back. */
export function takeWhile(reader: Reader, test: RegExp, most = Infinity): string {
  let text = "";
  while (text.length < most && test.test(peek(reader))) text += take(reader);
  return text;
}
