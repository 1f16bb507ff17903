/** A class of the platform by its name; nothing where the platform does not declare it. */
export type Platform<Name extends string> =
  typeof globalThis extends Readonly<Record<Name, { readonly prototype: infer Value }>> ? Value : never;
