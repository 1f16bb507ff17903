import { ARRAYS } from "./arrays.js";
import { COMBINATORS } from "./combinators.js";
import type { Keyword } from "./keyword.js";
import { OBJECTS } from "./objects.js";
import { SCALARS } from "./scalars.js";
import { buildUnevaluatedItems } from "./unevaluated-items.js";
import { buildUnevaluatedProperties } from "./unevaluated-properties.js";

/** Every keyword that is read; all others are annotations (JSON Schema Core §6.5). */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    ...SCALARS,
    ...ARRAYS,
    ...OBJECTS,
    ...COMBINATORS,
    unevaluatedItems: { holds: "schema", build: buildUnevaluatedItems },
    unevaluatedProperties: { holds: "schema", build: buildUnevaluatedProperties },
  } satisfies Record<string, Keyword>),
);
