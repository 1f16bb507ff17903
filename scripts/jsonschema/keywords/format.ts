import { code } from "../code.js";
import { findFormat } from "./formats.js";
import { PASS, when } from "../plan/plan.js";
import type { Keyword } from "./keyword.js";

/** JSON Schema Validation §7: an annotation, unless the caller asks for formats to be asserted. */
export const format: Keyword = {
  names: ["format"],
  vocabulary: "format",
  lower(schema, context) {
    const name = schema["format"];
    if (typeof name !== "string") {
      context.problem("format", "format must be a string");
      return PASS;
    }
    const known = context.isFormatAsserted ? findFormat(name) : undefined;
    const check = known?.check;
    if (!known || !check) return PASS;
    return when(known.type, {
      kind: "test",
      ok: (v, { runtime }) => code`${runtime(check)}(${v})`,
      reason: context.reason("format", `must be ${known.words}`),
    });
  },
};
