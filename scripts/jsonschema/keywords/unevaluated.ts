import type { Plan } from "../plan/plan.js";
import type { Context, Keyword } from "./keyword.js";

/** JSON Schema Core §11. They see what all other keywords of their schema evaluated, so they come last. */
export const unevaluated: readonly Keyword[] = [
  {
    names: ["unevaluatedItems"],
    vocabulary: "unevaluated",
    holds: { unevaluatedItems: "schema" },
    lower: (_, context) => lowerUnevaluated("unevaluatedItems", "items", "is not an allowed item", context),
  },
  {
    names: ["unevaluatedProperties"],
    vocabulary: "unevaluated",
    holds: { unevaluatedProperties: "schema" },
    lower: (_, context) =>
      lowerUnevaluated("unevaluatedProperties", "properties", "is not a known property", context),
  },
];

function lowerUnevaluated(
  keyword: string,
  parts: "items" | "properties",
  message: string,
  context: Context,
): Plan {
  const rest = context.plan(keyword);
  return {
    kind: "unevaluated",
    parts,
    plan: context.siblings(),
    rest: rest.kind === "never" ? { kind: "never", reason: context.reason(keyword, message) } : rest,
  };
}
