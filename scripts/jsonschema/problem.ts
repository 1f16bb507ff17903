/** Where something stands in one of the documents that are compiled: the document's URI, and a JSON Pointer in it. */
export type SourcePlace = { readonly document: string; readonly pointer: string };

/** Something about a schema that keeps it from being compiled, or that its author should know. */
export type SchemaProblem = SourcePlace & {
  readonly severity: "error" | "warning";
  readonly rule: string;
  readonly message: string;
};
