// A document says which OpenAPI it is (OpenAPI 3.1.1 §4.8.1). Its parts, in files of their own, do not.

const OPENAPI = /(?:^|[{,])\s*["']?openapi["']?\s*:\s*["']?3\./m;

/** The same as an extended regular expression of POSIX, for what searches without reading. */
export const OPENAPI_EXTENDED = `(^|[{,])[[:space:]]*["']?openapi["']?[[:space:]]*:[[:space:]]*["']?3[.]`;

/** Whether a text of JSON or YAML is a document of OpenAPI 3, as far as that is seen without parsing it. */
export function saysOpenApi(text: string): boolean {
  return OPENAPI.test(text);
}
