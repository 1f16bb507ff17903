/** What a validator finds: a Standard Schema issue with the keyword that raised it. */
export type Issue = {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly keyword: string;
  readonly keywordLocation: string;
};

export type Validate = (value: unknown, options?: { readonly maxIssues?: number }) => readonly Issue[];

/** What a style has to know of a parameter beside its value. */
export type Style = {
  readonly name: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** Set when the value is written as this media type and not by a style. */
  readonly contentType?: string;
};

/** Names and values, both escaped. */
export type Pairs = readonly (readonly [name: string, text: string])[];

/** Writes a value that stands alone, in a path or a header; undefined where there is nothing to write. */
export type WriteText = (value: unknown, style: Style) => string | undefined;

/** Writes a value with its name, as a query, a cookie or a form has it. */
export type WritePairs = (value: unknown, style: Style, escape?: Escape) => Pairs;

export type Escape = (text: string) => string;

/** A Parameter Object (OpenAPI 3.1 §4.8.12) as operations.ts has it. */
export type Parameter = Style & {
  /** `path`, `query`, `header` or `cookie`. */
  readonly in: string;
  readonly required: boolean;
  readonly write: WriteText | WritePairs;
  readonly validate: Validate | undefined;
};
