/*
 * The words that patterns accept, as sets that can be cut, joined and listed: for questions such as whether every word
 * of one pattern is a word of another, and which one is not.
 */

export type { Spend } from "../automaton/budget.js";
export { within } from "../automaton/budget.js";
export type { Language } from "./language.js";
export { hasWord, isEmpty } from "./language.js";
export { differencePatterns } from "./compare.js";
export { complement, hasCommonWord, intersect, unite } from "./product.js";
export type { ReadLanguage, ReadPattern } from "./read-language.js";
export { createLanguageReader, matchesPattern } from "./read-language.js";
export { languageOfWords } from "./word-list.js";
export { takeWords, words } from "./words.js";
