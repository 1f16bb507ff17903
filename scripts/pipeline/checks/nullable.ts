import { recordAt } from "../../json/place.js";
import { readDialect } from "../../spec/dialect.js";
import { listParts } from "../../spec/structure.js";
import type { Check } from "./check.js";

/** `nullable` widens the `type` beside it and nothing else (OpenAPI 3.0.4 §4.7.24.1): elsewhere null stays refused. */
export const findMeaninglessNullable: Check = function* (document) {
  if (!readDialect(document.root).hasNullable) return;
  for (const part of listParts(document)) {
    const schema = part.kind === "schema" ? recordAt(part) : {};
    if (schema["nullable"] !== true) continue;
    const pointer = `${part.pointer}/nullable`;
    if (typeof schema["$ref"] === "string") {
      const message = "`nullable` beside a $ref counts for nothing, so null is refused";
      yield { severity: "warning", rule: "nullable", message, pointer };
    } else if (
      schema["type"] === undefined &&
      Object.keys(schema).some((keyword) => ASSERTIONS.has(keyword))
    ) {
      const message =
        "`nullable` means nothing without a `type` beside it, so null is refused where the other keywords refuse it";
      yield { severity: "warning", rule: "nullable", message, pointer };
    } else if (Array.isArray(schema["enum"]) && !schema["enum"].includes(null)) {
      const message = "`nullable` adds no null to an `enum` without one, so null is refused";
      yield { severity: "warning", rule: "nullable", message, pointer };
    }
  }
};

/** Keywords that may refuse null by themselves. */
const ASSERTIONS: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "not", "enum"]);
