import { LONGEST, readNumbers } from "./boundary-values.js";
import type { Candidate } from "./candidates.js";
import { subNode, type Part } from "../../schema/flatten.js";
import { distinct } from "../../../json/value.js";
import { fillArray, sampleNode, type SampleContext } from "./sample.js";
import { readAll } from "../../schema/constraints.js";

/** Arrays of every length around the limits. */
export function resizeArrays(
  parts: readonly Part[],
  bases: readonly (readonly unknown[])[],
  context: SampleContext,
): Candidate[] {
  const prefix = Math.max(
    0,
    ...readAll(parts, "prefixItems").map((list) => (Array.isArray(list) ? list.length : 0)),
  );
  const limits = [...["minItems", "maxItems"].flatMap((keyword) => readNumbers(parts, keyword)), prefix];
  const sizes = distinct([0, 1, 2, ...limits.flatMap((limit) => [limit - 1, limit, limit + 1])]);
  const long = sizes.filter((size) => size >= 0 && size <= LONGEST);
  const fresh = long.map((size) => ({ value: fillArray(parts, [], size, context), at: [] }));
  const uniform = long.map((size) => ({
    value: Array.from({ length: size }, () => bases.find((base) => base.length > 0)?.[0] ?? "a"),
    at: [],
  }));
  const twice = bases
    .filter((base) => base.length > 0)
    .map((base) => ({ value: [...base, base[0]], at: [] }));
  return [...fresh, ...uniform, ...twice];
}

/** What `contains` counts, from none to one more than it allows. */
export function repeatItems(parts: readonly Part[], context: SampleContext): Candidate[] {
  const wanted = subNode(parts, "contains").flatMap((place) => sampleNode([place], context).slice(0, 2));
  const counts = ["minContains", "maxContains"].flatMap((keyword) => readNumbers(parts, keyword));
  const sizes = distinct([1, 2, ...counts.flatMap((count) => [count - 1, count, count + 1])]).filter(
    (size) => size >= 0 && size < 1000,
  );
  return sizes.flatMap((size) =>
    wanted.flatMap((item) => {
      const items = Array.from({ length: size }, () => item);
      return [items, [...items, "other"], [...items, -1]].map((value) => ({ value, at: [] }));
    }),
  );
}
