/** What callers who compile against the new types lose: the TypeScript compiler is asked. */
import type { ChangedSchema } from "../differ/index.js";
import type { SchemaUse } from "../differ/facts.js";
import type { Sides } from "../document/document.js";
import { readKeyword } from "../keywords/index.js";
import type { TypeVerdict } from "./check-types.js";

/**
 * The compiler takes longer to load than all else: it is left out where no change can be seen in the types.
 * `renderSides` gives the text of schema.ts of each side.
 */
export async function compareTypes(
  schemas: readonly ChangedSchema[],
  renderSides: () => Sides<string>,
): Promise<ReadonlyMap<SchemaUse, TypeVerdict>> {
  const isSeen = schemas.some(({ changes }) =>
    changes.some(({ keyword }) => readKeyword(keyword).inTypes !== "hidden"),
  );
  if (!isSeen) return new Map();
  const { checkTypes } = await import("./check-types.js");
  return checkTypes(renderSides(), schemas);
}
