import { isRecord, readMember, type JsonRecord } from "../../json/pointer.js";
import { listParts } from "../../spec/structure.js";
import { indexReferences } from "./schema-references.js";

/**
 * Takes the `$id` of each schema away, with references as pointers into the file: the linter and the bundler know no
 * other (JSON Schema Core §8.2.1 has what they mean). In place.
 * @returns what puts them back, because `$dynamicRef` depends on them; nothing to do where there is none.
 */
export function hideResources(root: unknown): () => void {
  const schemas = [...listParts({ root })].flatMap(({ kind, value, pointer }) =>
    kind === "schema" && isRecord(value) ? [{ value, pointer }] : [],
  );
  if (!schemas.some(({ value }) => typeof value["$id"] === "string")) return () => undefined;
  const findTarget = indexReferences(root);
  const written = schemas.map(({ value, pointer }) => {
    const { $id, $ref } = value;
    return {
      schema: value,
      $id,
      $ref,
      target: typeof $ref === "string" ? findTarget(pointer, $ref) : undefined,
    };
  });
  for (const { schema, target } of written) {
    Reflect.deleteProperty(schema, "$id");
    if (target !== undefined) Reflect.set(schema, "$ref", `#${encodeURI(target)}`);
  }
  const isDynamic = schemas.some(({ value }) => readMember(value, "$dynamicRef") !== undefined);
  return () => written.forEach(({ schema, $id, $ref }) => isDynamic && restore(schema, { $id, $ref }));
}

function restore(schema: JsonRecord, members: JsonRecord): void {
  for (const [key, value] of Object.entries(members))
    if (value !== undefined) Reflect.set(schema, key, value);
}
