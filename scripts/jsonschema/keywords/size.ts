import type { JsonRecord } from "../../json/pointer.js";
import { call, code, type Code } from "../code/code.js";
import { compareCount } from "../code/condition.js";
import { all, type Expression, type Plan, type Reason, type Tools } from "../plan/plan.js";
import { count } from "../wording.js";
import type { Context, Keyword } from "./keyword.js";

/** A pair of keywords that bounds a count from below and above. */
export type Size = {
  readonly min: string;
  readonly max: string;
  readonly unit: string;
  readonly units: string;
  /** The count, as an expression over the instance. */
  readonly measure: Expression;
  readonly isAtLeast: (v: Code, limit: number, tools: Tools) => Code;
  readonly isAtMost: (v: Code, limit: number, tools: Tools) => Code;
};

/** JSON Schema Validation §6.4.1 and §6.4.2. */
export const arraySize: Keyword = {
  names: ["minItems", "maxItems"],
  on: "array",
  vocabulary: "validation",
  lower: (schema, context) =>
    lowerSize(
      sizeOf("minItems", "maxItems", "item", "items", (v) => code`${v}.length`),
      schema,
      context,
    ),
};

/** JSON Schema Validation §6.5.1 and §6.5.2. */
export const objectSize: Keyword = {
  names: ["minProperties", "maxProperties"],
  on: "object",
  vocabulary: "validation",
  lower: (schema, context) =>
    lowerSize(
      sizeOf("minProperties", "maxProperties", "property", "properties", (v, { runtime }) =>
        call(runtime("countProperties"), v),
      ),
      schema,
      context,
    ),
};

function sizeOf(min: string, max: string, unit: string, units: string, measure: Expression): Size {
  return {
    min,
    max,
    unit,
    units,
    measure,
    isAtLeast: (v, limit, tools) => compareCount(measure(v, tools), ">=", limit),
    isAtMost: (v, limit, tools) => compareCount(measure(v, tools), "<=", limit),
  };
}

/** The two conditions of a pair, each with a message that says the limit and what was counted. */
export function lowerSize(size: Size, schema: JsonRecord, context: Context): Plan {
  const sides = [
    { keyword: size.min, ok: size.isAtLeast, words: "at least" },
    { keyword: size.max, ok: size.isAtMost, words: "at most" },
  ];
  const plans = sides.flatMap(({ keyword, ok, words }): Plan[] => {
    const limit = schema[keyword];
    if (limit === undefined || (keyword === size.min && limit === 0)) return [];
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
  if (keyword === size.min && limit === 1) return "must not be empty";
  return (v, tools) => code`${`must have ${words}, not `} + ${size.measure(v, tools)}`;
}
