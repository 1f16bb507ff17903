/** The words of a schema in one version of OpenAPI, as a function to the words of JSON Schema 2020-12. */
export type Dialect = (schema: Schema) => Schema;

type Schema = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 uses JSON Schema 2020-12 as it is (§4.8.24); 3.0 has words of its own. */
export function dialectOf(document: Schema): Dialect {
  return isVersion30(document) ? fromOpenApi30 : (schema) => schema;
}

/** Words of another version of OpenAPI that say nothing in this one, with what to write instead. */
export function strangersOf(document: Schema): ReadonlyMap<string, string> {
  return isVersion30(document) ? new Map() : STRANGERS_31;
}

const STRANGERS_31: ReadonlyMap<string, string> = new Map([
  [
    "nullable",
    'is a word of OpenAPI 3.0 that means nothing in 3.1, where a value that may be null has "null" among its types',
  ],
]);

function isVersion30(document: Schema): boolean {
  return String(document["openapi"]).startsWith("3.0");
}

/** OpenAPI 3.0.4 §4.7.24: `$ref` stands alone, `nullable` adds to `type`, the exclusive bounds are flags. */
function fromOpenApi30(schema: Schema): Schema {
  // §4.7.23: what stands beside a reference is ignored.
  if (typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const { nullable, ...rest } = schema;
  return limitOf(
    "exclusiveMaximum",
    "maximum",
    limitOf("exclusiveMinimum", "minimum", withNull(rest, nullable)),
  );
}

/** `nullable` without a `type` of the same schema means nothing. */
function withNull(schema: Schema, nullable: unknown): Schema {
  const { type } = schema;
  return nullable === true && typeof type === "string" ? { ...schema, type: [type, "null"] } : schema;
}

function limitOf(exclusive: string, inclusive: string, schema: Schema): Schema {
  if (typeof schema[exclusive] !== "boolean") return schema;
  const { [exclusive]: isExclusive, [inclusive]: limit, ...rest } = schema;
  if (limit === undefined) return rest;
  return { ...rest, [isExclusive === true ? exclusive : inclusive]: limit };
}
