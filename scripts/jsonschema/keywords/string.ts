import { and, code, or } from "../code.js";
import { all, type Over, type Plan } from "../plan/plan.js";
import type { Context, Keyword, SchemaObject } from "./keyword.js";
import { lowerSize } from "./size.js";
import { quote } from "./words.js";

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
function lowerLength(schema: SchemaObject, context: Context): Plan {
  return lowerSize(
    {
      least: "minLength",
      most: "maxLength",
      verb: "have",
      unit: "character",
      units: "characters",
      measure: codePoints,
      isAtLeast: (v, limit, tools) =>
        limit === 1
          ? code`${v}.length !== 0`
          : and(
              code`${v}.length >= ${limit}`,
              or(code`${v}.length >= ${2 * limit - 1}`, code`${codePoints(v, tools)} >= ${limit}`),
            ),
      isAtMost: (v, limit, tools) =>
        or(
          code`${v}.length <= ${limit}`,
          and(code`${v}.length <= ${2 * limit}`, code`${codePoints(v, tools)} <= ${limit}`),
        ),
    },
    schema,
    context,
  );
}

const codePoints: Over = (v, { runtime }) => code`${runtime("codePoints")}(${v})`;

function lowerPattern(schema: SchemaObject, context: Context): Plan {
  const source = schema["pattern"];
  if (source === undefined) return all([]);
  if (typeof source !== "string") {
    context.problem("pattern", "pattern must be a string");
    return all([]);
  }
  context.pattern(source, "pattern");
  return {
    kind: "test",
    ok: (v, { matches }) => matches(source, v),
    reason: context.reason("pattern", describe(schema, source)),
  };
}

/** Words that the schema's author gave come before the raw pattern. */
function describe(schema: SchemaObject, source: string): string {
  const words = schema["x-pattern-description"];
  if (typeof words === "string") return `must be ${words}`;
  const title = schema["title"];
  return typeof title === "string" ? `must be a ${quote(title)}: match ${source}` : `must match ${source}`;
}
