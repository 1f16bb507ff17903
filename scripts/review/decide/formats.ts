import type { Format } from "../../inclusion/index.js";
import { FORMATS as ASSERTED } from "../../jsonschema/keywords/format.js";
import * as runtime from "../../jsonschema/runtime/runtime-formats.js";
import { FORMAT_SAMPLES } from "./format-samples.js";

/** The formats that the validators assert, to be asked of single values. */
export const FORMATS: Readonly<Record<string, Format>> = Object.fromEntries(
  Object.entries(ASSERTED).flatMap(([name, { type, check }]) => {
    const predicate = Object.entries(runtime).find(([exported]) => exported === check)?.[1];
    // The table says of which type the predicate's argument is.
    const test = predicate as ((value: unknown) => boolean) | undefined;
    return test === undefined ? [] : [[name, { type, test, samples: FORMAT_SAMPLES[name] ?? [] }]];
  }),
);
