// A document says which OpenAPI it is (OpenAPI 3.1.1 §4.8.1). Its parts, in files of their own, do not.

const OPENAPI = /(?:^|[{,])\s*["']?openapi["']?\s*:\s*["']?3\./m;

/** The same as an extended regular expression of POSIX, for what searches without reading. */
export const OPENAPI_EXTENDED = `(^|[{,])[[:space:]]*["']?openapi["']?[[:space:]]*:[[:space:]]*["']?3[.]`;

/**
 * Whether a file is the bundled document of an output folder, which is no source: what else was made stands beside it.
 * @param path with forward slashes.
 */
export function isBundledOutput(path: string, isThere: (path: string) => boolean): boolean {
  if (!/(?:^|\/)openapi\.json$/.test(path)) return false;
  const folder = path.slice(0, -"openapi.json".length);
  return isThere(`${folder}operations.ts`) && isThere(`${folder}validators.ts`);
}

/** Whether a text of JSON or YAML is a document of OpenAPI 3, as far as that is seen without parsing it. */
export function saysOpenApi(text: string): boolean {
  return OPENAPI.test(text);
}
