import { shorten } from "../../json/shorten.js";
import { listOr, quote } from "../wording.js";
import type { Keyword } from "./keyword.js";

/** How many allowed values a message lists before it only counts the others. */
const MAX_LISTED = 12;

/** JSON Schema Validation §6.1.2 and §6.1.3. */
export const enumeration: Keyword = {
  names: ["enum", "const"],
  vocabulary: "validation",
  lower(schema, context) {
    const plans = ["enum", "const"].flatMap((keyword) => {
      if (!Object.hasOwn(schema, keyword)) return [];
      const value = schema[keyword];
      if (keyword === "enum" && !Array.isArray(value)) {
        context.problem(keyword, "enum must be an array");
        return [];
      }
      const values: readonly unknown[] = keyword === "enum" && Array.isArray(value) ? value : [value];
      return [{ kind: "equal" as const, values, reason: context.reason(keyword, `must be ${list(values)}`) }];
    });
    return { kind: "all", plans };
  },
};

function list(values: readonly unknown[]): string {
  const words = values.slice(0, MAX_LISTED).map((value) => shorten(quote(value), 60));
  const more = values.length - words.length;
  return listOr(more > 0 ? [...words, `one of ${more} more`] : words);
}
