import type { Format } from "../../scripts/inclusion/index.js";
import { FORMATS as TABLE } from "../../scripts/jsonschema/keywords/format.js";
import * as runtime from "../../scripts/jsonschema/runtime/runtime-formats.js";

/** The formats that the validators assert, to be asked of single values. */
export const FORMATS: Readonly<Record<string, Format>> = Object.fromEntries(
  Object.entries(TABLE).flatMap(([name, { type, check }]) => {
    const predicate = Object.entries(runtime).find(([exported]) => exported === check)?.[1];
    // The table says of which type the predicate's argument is.
    const test = predicate as ((value: unknown) => boolean) | undefined;
    return test === undefined ? [] : [[name, { type, test }]];
  }),
);
