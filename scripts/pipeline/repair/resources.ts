import { isRecord } from "../../json/pointer.js";
import { listParts } from "../../spec/structure.js";

/** In a bundled document references are pointers from its root, which an `$id` on the way would turn away. In place. */
export function dropResources(root: unknown): void {
  const schemas = [...listParts({ root })].flatMap(({ kind, value }) =>
    kind === "schema" && isRecord(value) ? [value] : [],
  );
  if (schemas.some((schema) => schema["$dynamicRef"] !== undefined)) return;
  for (const schema of schemas) if (typeof schema["$id"] === "string") Reflect.deleteProperty(schema, "$id");
}
