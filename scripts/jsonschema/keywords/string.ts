import type { JsonRecord } from "../../json/pointer.js";
import { call, code, literal, type Code } from "../code/code.js";
import { and, compareCount, not, or, unequal } from "../code/condition.js";
import { all, PASS, type Expression, type Plan } from "../plan/plan.js";
import { quote } from "../wording.js";
import type { Context, Keyword } from "./keyword.js";
import { lowerSize } from "./size.js";

/** JSON Schema Validation §6.3. */
export const string: Keyword = {
  names: ["minLength", "maxLength", "pattern"],
  on: "string",
  vocabulary: "validation",
  lower: (schema, context) => all([lowerLength(schema, context), lowerPattern(schema, context)]),
};

/**
 * A code point takes one or two units of `length`, so the code points are counted only where the answer depends
 * on them: a long string is refused, and a short one passed, by its `length` alone.
 */
function lowerLength(schema: JsonRecord, context: Context): Plan {
  return lowerSize(
    {
      min: "minLength",
      max: "maxLength",
      unit: "character",
      units: "characters",
      measure: codePoints,
      isAtLeast: (v, limit, tools) =>
        limit === 1
          ? unequal(lengthOf(v), literal(0))
          : and(
              compareCount(lengthOf(v), ">=", limit),
              or(
                compareCount(lengthOf(v), ">=", 2 * limit - 1),
                compareCount(codePoints(v, tools), ">=", limit),
              ),
            ),
      isAtMost: (v, limit, { runtime }) => not(call(runtime("isLonger"), v, literal(limit))),
    },
    schema,
    context,
  );
}

const codePoints: Expression = (v, { runtime }) => call(runtime("codePoints"), v);

const lengthOf = (v: Code): Code => code`${v}.length`;

function lowerPattern(schema: JsonRecord, context: Context): Plan {
  const source = schema["pattern"];
  if (source === undefined) return PASS;
  if (typeof source !== "string") {
    context.problem("pattern", "pattern must be a string");
    return PASS;
  }
  context.pattern(source, "pattern");
  return {
    kind: "test",
    ok: (v, { matches }) => matches(source, v),
    reason: context.reason("pattern", describe(schema, source)),
  };
}

/** Words that the schema's author gave come before the raw pattern. */
function describe(schema: JsonRecord, source: string): string {
  const words = schema["x-pattern-description"];
  if (typeof words === "string") return `must be ${words}`;
  const title = schema["title"];
  return typeof title === "string" ? `must be a ${quote(title)}, matching ${source}` : `must match ${source}`;
}
