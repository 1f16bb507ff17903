import type { ValidationIssue } from "./issues.js";

/** The part of Standard Schema v1 (https://standardschema.dev) that a validator fills in. */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "openapi-proof";
    readonly validate: (
      value: unknown,
    ) => { readonly value: T } | { readonly issues: readonly ValidationIssue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** A pair of generated functions as a Standard Schema: `standardSchema(isX, validateX)`. */
export function standardSchema<T>(
  is: (value: unknown) => value is T,
  validate: (value: unknown) => readonly ValidationIssue[],
): StandardSchema<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "openapi-proof",
      validate: (value) => (is(value) ? { value } : { issues: validate(value) }),
    },
  };
}
