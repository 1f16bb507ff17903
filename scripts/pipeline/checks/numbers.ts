import { recordAt } from "../../json/place.js";
import { listParts } from "../../spec/structure.js";
import type { Check } from "./check.js";

/** Keywords whose numbers are compared with values. */
const COMPARED = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "const"];

/** JavaScript counts exactly up to 2^53 (ECMA-262 §21.1.2.8): beyond, a number stands for its neighbours too. */
export const findInexactNumbers: Check = function* (document) {
  for (const part of listParts(document)) {
    if (part.kind !== "schema") continue;
    const schema = recordAt(part);
    const compared = COMPARED.map((keyword) => [keyword, schema[keyword]] as const);
    const listed = Array.isArray(schema["enum"]) ? schema["enum"] : [];
    const values = [...compared, ...listed.map((value, index) => [`enum/${index}`, value] as const)];
    for (const [keyword, value] of values) {
      if (!Number.isInteger(value) || Number.isSafeInteger(value)) continue;
      const message = `${String(value)} lies beyond 2^53, up to which a number of JavaScript is exact: values near it cannot be told apart`;
      yield { severity: "warning", rule: "number", message, pointer: `${part.pointer}/${keyword}` };
    }
  }
};
