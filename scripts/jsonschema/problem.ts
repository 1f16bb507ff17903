/** Something about a schema that keeps it from being compiled, or that its author should know. */
export type SchemaProblem = {
  readonly severity: "error" | "warning";
  readonly rule: string;
  readonly message: string;
  /** URI of the document that holds the schema, and a JSON Pointer in it. */
  readonly document: string;
  readonly pointer: string;
};
