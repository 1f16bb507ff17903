import { bundle, createConfig } from "@redocly/openapi-core";
import { Ajv2020, type AnySchema, type SchemaObject } from "ajv/dist/2020.js";

type Media = { schema: SchemaObject; example?: unknown; examples?: Record<string, { value: unknown }> };
type Content = Record<string, Media>;
type Answer = { description: string; headers?: Record<string, { schema: SchemaObject }>; content: Content };
export type Operation = {
  operationId: string;
  description: string;
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, Answer>;
};

/** What the tests of this folder look at. */
export type ApiDocument = {
  readonly security: unknown;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, SchemaObject> };
};

/** The project's document, every reference replaced by what it refers to. */
export async function readDocument(): Promise<ApiDocument> {
  const config = await createConfig({});
  const result = await bundle({ ref: "openapi/openapi.yaml", config, dereference: true });
  // The lint test holds the document to the structure of OpenAPI; each test here, to the parts that it reads.
  return result.bundle.parsed as ApiDocument;
}

/** Reads patterns with the `u` flag, as JSON Schema 2020-12 recommends, and takes `x-` keywords for annotations. */
export function compileSchema(schema: AnySchema): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strictSchema: false, strictTypes: false, unicodeRegExp: true });
  const validate = ajv.compile(schema);
  return (value) => validate(value) === true;
}
