import { code, type Code } from "../code.js";
import { all, type Over, type Plan, type Reason, type Tools } from "../plan/plan.js";
import type { Context, SchemaObject } from "./keyword.js";
import { count } from "./words.js";

/** A pair of keywords that bounds a count from below and above. */
export type Size = {
  readonly least: string;
  readonly most: string;
  readonly verb: string;
  readonly unit: string;
  readonly units: string;
  /** The count, as an expression over the instance. */
  readonly measure: Over;
  readonly isAtLeast: (v: Code, limit: number, tools: Tools) => Code;
  readonly isAtMost: (v: Code, limit: number, tools: Tools) => Code;
};

/** The two conditions of a pair, each with a message that says the limit and what was counted. */
export function lowerSize(size: Size, schema: SchemaObject, context: Context): Plan {
  const sides = [
    { keyword: size.least, ok: size.isAtLeast, words: "at least" },
    { keyword: size.most, ok: size.isAtMost, words: "at most" },
  ];
  const plans = sides.flatMap(({ keyword, ok, words }): Plan[] => {
    const limit = schema[keyword];
    if (limit === undefined || (keyword === size.least && limit === 0)) return [];
    if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 0) {
      context.problem(keyword, `${keyword} must be a whole number, 0 or more`);
      return [];
    }
    const message = describe(size, `${words} ${count(limit, size.unit, size.units)}`, keyword, limit);
    return [
      { kind: "test", ok: (v, tools) => ok(v, limit, tools), reason: context.reason(keyword, message) },
    ];
  });
  return all(plans);
}

/** What falls short of one can only be none; of everything else it helps to hear how much there is. */
function describe(size: Size, words: string, keyword: string, limit: number): Reason["message"] {
  if (keyword === size.least && limit === 1) return "must not be empty";
  const text = `must ${size.verb} ${words}, not `;
  return (v, tools) => code`${text} + ${size.measure(v, tools)}`;
}
