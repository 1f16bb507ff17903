import { PASS } from "../plan.js";
import type { Keyword } from "./keyword.js";

/** JSON Schema Core §10.2.2.1–3. `then` and `else` mean nothing without `if`. */
export const conditional: Keyword = {
  names: ["if", "then", "else"],
  vocabulary: "applicator",
  holds: { if: "schema", then: "schema", else: "schema" },
  lower: (schema, context) =>
    schema["if"] === undefined
      ? PASS
      : {
          kind: "if",
          test: context.plan("if"),
          yes: schema["then"] === undefined ? PASS : context.plan("then"),
          no: schema["else"] === undefined ? PASS : context.plan("else"),
        },
};
