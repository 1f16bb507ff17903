// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
/** A class of the platform by its name; something else, or nothing, where the platform does not declare it. */
export type Platform<Name extends string, Else = never> =
  typeof globalThis extends Readonly<Record<Name, { readonly prototype: infer Value }>> ? Value : Else;
