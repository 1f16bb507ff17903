import { decide } from "../../../inclusion/index.js";
import { follow } from "../../../json/place.js";
import { isRecord, type JsonRecord } from "../../../json/pointer.js";
import { FORMATS } from "../../decide/formats.js";
import type { Place } from "../../document/document.js";

const USUAL = "1";

/** The text of a parameter that has to be there and that a proof is not about: `1`, or what its schema takes besides. */
export function sampleText(schema: Place | undefined): string {
  const { value, document } = schema === undefined ? {} : follow(schema);
  if (!isRecord(value) || document === undefined) return USUAL;
  const translated = document.dialect.translate(value);
  const usual = find(translated, { enum: [USUAL, Number(USUAL)] });
  // An empty text would be another path.
  return usual ?? find(translated, { minLength: 1, type: SCALARS }) ?? USUAL;
}

const SCALARS = ["string", "integer", "number", "boolean"];

/** The text of a value that meets both; undefined when none is found. */
function find(schema: JsonRecord, asked: JsonRecord): string | undefined {
  const decision = decide({ allOf: [schema, asked] }, false, { formats: FORMATS, steps: STEPS });
  return decision.kind === "witness" ? String(decision.value) : undefined;
}

/** A parameter asks for little. */
const STEPS = 20_000;
