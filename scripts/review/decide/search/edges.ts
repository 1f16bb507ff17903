import { boundaryNumbers, boundaryTexts, listedValues } from "./boundary-values.js";
import type { Part } from "../../schema/flatten.js";
import { canonicalText } from "../../../json/value.js";
import type { SampleTexts } from "./sample-texts.js";
import { readAll } from "../../schema/constraints.js";

type Edged = {
  readonly keywords: readonly string[];
  readonly list: (parts: readonly Part[], texts: SampleTexts) => readonly unknown[];
};

/** Keywords that have edges between scalars, and the scalars on both sides of them. */
const EDGED: readonly Edged[] = [
  { keywords: ["enum", "const"], list: listedValues },
  {
    keywords: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
    list: boundaryNumbers,
  },
  { keywords: ["minLength", "maxLength", "pattern", "format"], list: boundaryTexts },
  // One of each type, all of them among the boundary values.
  { keywords: ["type"], list: () => ["text", 1, 1.5, null, true, [], {}] },
];

/** Scalars around what one side alone says, which tell the two sides apart more likely than others. */
export function findEdges(
  before: readonly Part[],
  after: readonly Part[],
  texts: SampleTexts,
): ReadonlySet<string> {
  const values = EDGED.flatMap(({ keywords, list }) => {
    const parts = [...keepOwn(before, after, keywords), ...keepOwn(after, before, keywords)];
    return parts.length === 0 ? [] : list(parts, texts);
  });
  return new Set(values.map(canonicalText));
}

/** The keywords of one side that the other does not give with the same value. */
function keepOwn(own: readonly Part[], other: readonly Part[], keywords: readonly string[]): readonly Part[] {
  return own.flatMap((part) => {
    const entries = Object.entries(part.schema).flatMap(([keyword, value]) => {
      if (!keywords.includes(keyword)) return [];
      const others = new Set(readAll(other, keyword).flatMap(listTexts));
      if (!Array.isArray(value)) return others.has(canonicalText(value)) ? [] : [[keyword, value] as const];
      const left = (value as readonly unknown[]).filter((member) => !others.has(canonicalText(member)));
      return left.length === 0 ? [] : [[keyword, left] as const];
    });
    return entries.length === 0 ? [] : [{ ...part, schema: Object.fromEntries(entries) }];
  });
}

function listTexts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(canonicalText);
}
