import { matchesPattern, type Part } from "../../schema/flatten.js";
import { FORMAT_SAMPLES } from "./format-samples.js";
import { distinct } from "../../../json/value.js";
import type { SampleTexts } from "./sample-texts.js";
import { readAll, readTexts } from "../../schema/constraints.js";

/** Longer texts and arrays are not built: a rule judges the keyword instead. */
export const LONGEST = 20_000;

/** Scalars at the edges of everything that the schemas say: on each edge, and one step to either side. */
export function boundaryValues(parts: readonly Part[], texts: SampleTexts): unknown[] {
  return distinct([
    ...boundaryTexts(parts, texts),
    ...boundaryNumbers(parts),
    ...listedValues(parts),
    null,
    true,
    false,
    [],
    {},
  ]);
}

/** Values that some `enum` or `const` lists, and near misses. */
export function listedValues(parts: readonly Part[]): unknown[] {
  const listed = parts.flatMap(({ schema }) => [
    ...(Array.isArray(schema["enum"]) ? (schema["enum"] as readonly unknown[]) : []),
    ...("const" in schema ? [schema["const"]] : []),
    ...("default" in schema ? [schema["default"]] : []),
  ]);
  const misses = listed.flatMap((value): (string | number)[] => {
    if (typeof value === "string") return [`${value}x`, value.toUpperCase(), value.toLowerCase()];
    return typeof value === "number" ? [value + 1, value - 1] : [];
  });
  return [...listed, ...misses];
}

export function boundaryNumbers(parts: readonly Part[]): number[] {
  const keywords = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
  const bounds = keywords.flatMap((keyword) => readNumbers(parts, keyword));
  const steps = readNumbers(parts, "multipleOf").filter((step) => step > 0);
  const around = bounds.flatMap((bound) => [
    bound,
    bound - 1,
    bound + 1,
    bound - 0.5,
    bound + 0.5,
    bound - 0.01,
    bound + 0.01,
  ]);
  const multiples = steps.flatMap((step) => [
    step,
    2 * step,
    3 * step,
    5 * step,
    7 * step,
    step / 2,
    -step,
    step * 1.5,
    ...bounds.flatMap((bound) => [Math.floor(bound / step) * step, Math.ceil(bound / step) * step]),
  ]);
  const products = steps.flatMap((step) => steps.map((other) => step * other));
  const wide = [2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 63, 1e39];
  return distinct([0, 1, -1, 2, 1.5, 10, 100, ...around, ...multiples, ...products, ...wide].map(roundNoise));
}

/** Texts as long as the limits ask, and those of patterns and formats. */
export function boundaryTexts(parts: readonly Part[], texts: SampleTexts): string[] {
  const lengths = ["minLength", "maxLength"].flatMap((keyword) => readNumbers(parts, keyword));
  const edges = [0, 1, 2, 3, 8, ...lengths.flatMap((length) => [length - 1, length, length + 1])];
  const sizes = distinct(edges.filter((length) => length >= 0 && length <= LONGEST));
  const patterns = readTexts(parts, "pattern");
  const samples = [...texts(patterns), ...formatTexts(parts)];
  const plain = sizes.flatMap((size) => ["a".repeat(size), "😀".repeat(Math.min(size, 20))]);
  const stretched = samples.slice(0, 40).flatMap((text) => sizes.flatMap((size) => stretch(text, size)));
  const fitting = stretched.filter(
    (text) => patterns.length === 0 || patterns.some((pattern) => matchesPattern(pattern, text)),
  );
  return distinct([
    "text",
    "A1",
    "1",
    "true",
    " ",
    "a b",
    "a-b_c.d/e",
    "é",
    ...plain,
    ...samples,
    ...fitting.slice(0, 300),
  ]);
}

function formatTexts(parts: readonly Part[]): string[] {
  const formats = readTexts(parts, "format");
  if (formats.length === 0) return [];
  const known = formats.flatMap((format) => FORMAT_SAMPLES[format] ?? []);
  return [...known, ...Object.values(FORMAT_SAMPLES).flatMap((texts) => texts.slice(0, 2))];
}

/** The text with its last or middle character repeated, or cut, to a length. */
function stretch(text: string, size: number): string[] {
  const characters = [...text];
  if (characters.length === 0 || characters.length === size) return [];
  if (characters.length > size) return [characters.slice(0, size).join("")];
  const missing = size - characters.length;
  return [characters.length - 1, Math.floor(characters.length / 2), 0].map((index) => {
    const filled = [...characters];
    filled.splice(index, 0, (characters[index] ?? "a").repeat(missing));
    return filled.join("");
  });
}

export function readNumbers(parts: readonly Part[], keyword: string): number[] {
  return readAll(parts, keyword).filter((value) => typeof value === "number");
}

/** 0.1 * 3 is meant as 0.3. */
function roundNoise(value: number): number {
  return Number(value.toPrecision(15));
}
