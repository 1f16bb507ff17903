import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { findMutants, type Mutant } from "./operators.js";

/**
 * A mutant that no test can tell from the code, with the reason. `line` is the line it begins in, without indent, and
 * `column` its place in that, from 1.
 */
export type Equivalent = {
  readonly file: string;
  readonly line: string;
  readonly column: number;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
};

/** The reviewed list. */
export function readEquivalents(): readonly Equivalent[] {
  // The tests hold every entry to this form and to the code.
  return JSON.parse(readFileSync("test/mutants/equivalent.json", "utf8")) as readonly Equivalent[];
}

/** How a mutant is written in the list. */
export function describeMutant(
  { file, start, end, replacement }: Mutant,
  text: string,
): Omit<Equivalent, "reason"> {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.slice(from).split("\n", 1)[0] ?? "";
  const indent = line.length - line.trimStart().length;
  const column = start - from - indent + 1;
  return { file, line: line.trim(), column, from: text.slice(start, end), to: replacement };
}

export function isEquivalent(list: readonly Equivalent[], mutant: Mutant, text: string): boolean {
  const is = describeMutant(mutant, text);
  return list.some(({ reason: _reason, ...entry }) => isDeepStrictEqual(entry, is));
}

/** An entry that is no mutant of the code any more. */
export function isStale(entry: Equivalent): boolean {
  const text = readFileSync(entry.file, "utf8");
  return !findMutants(entry.file, text).some((mutant) => isEquivalent([entry], mutant, text));
}
