import type { Spend } from "../automaton/budget.js";
import { within } from "../automaton/budget.js";
import { propertySets } from "../syntax/property-set.js";
import type { PropertySets } from "../syntax/property-set.js";
import type { Language } from "./language.js";
import { intersect } from "./product.js";
import { readLanguage } from "./read-language.js";
import { words } from "./words.js";

/** How two patterns differ; undecided when one of them has no automaton. */
export type Difference =
  | { readonly kind: "none" }
  /** a shortest string that only the first pattern accepts */
  | { readonly kind: "found"; readonly string: string }
  | { readonly kind: "undecided" };

const MAX_STEPS = 30_000_000;

/** Whether the first pattern accepts a word that the second refuses. */
export function differencePatterns(first: string, second: string): Difference {
  return within(MAX_STEPS, (spend) => compare(first, second, spend)) ?? { kind: "undecided" };
}

function compare(first: string, second: string, spend: Spend): Difference | undefined {
  const properties = propertySets();
  const [a, b] = [first, second].map((pattern) => readRegular(pattern, spend, properties));
  const left = a && b && intersect([a], [b], spend);
  if (left === undefined) return undefined;
  for (const string of words(left, { min: 0, max: Infinity }, spend)) return { kind: "found", string };
  return { kind: "none" };
}

function readRegular(pattern: string, spend: Spend, properties: PropertySets): Language | undefined {
  const read = readLanguage(pattern, spend, properties);
  return read.kind === "regular" ? read.language : undefined;
}
