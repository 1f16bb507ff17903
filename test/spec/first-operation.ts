import { listOperations, type Operation } from "../../scripts/spec/operations.js";

export type Json = Readonly<Record<string, unknown>>;

export function firstOperation(root: Json): Operation {
  const { value } = listOperations({ root }).next();
  if (value === undefined) throw new Error("the document has no operation");
  return value;
}
