import { findFormat } from "../../../scripts/jsonschema/keywords/format.js";
import * as runtime from "../../../scripts/jsonschema/runtime/runtime-formats.js";

/** What the run-time code exports, by name. */
export const predicates = new Map<string, unknown>(Object.entries(runtime));

function runPredicate(name: string, value: unknown): boolean {
  const predicate = predicates.get(name);
  if (typeof predicate !== "function") throw new Error(`runtime-formats.ts does not export ${name}`);
  return predicate(value) === true;
}

/** As generated code asks: a value of another type, a name that is not in the table and a null check all pass. */
export function passes(name: string, value: unknown): boolean {
  const format = findFormat(name);
  if (format === undefined || format.check === null || typeof value !== format.type) return true;
  return runPredicate(format.check, value);
}
