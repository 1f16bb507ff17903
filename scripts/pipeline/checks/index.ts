// What a document means otherwise than it looks, or that no client can do: found on the bundled document, by the
// standards and not by taste.

import type { JsonRecord } from "../../json/pointer.js";
import type { PointedProblem } from "../problem.js";
import type { Check } from "./check.js";
import { findContradictions } from "./contradictions.js";
import { findMeaninglessNullable } from "./nullable.js";
import { findInexactNumbers } from "./numbers.js";
import { findOptionalPathParameters, findPathFaults } from "./paths.js";

const CHECKS: readonly Check[] = [
  findPathFaults,
  findOptionalPathParameters,
  findMeaninglessNullable,
  findInexactNumbers,
  findContradictions,
];

/** Pointers lead into the bundled document. */
export function checkDocument(root: JsonRecord): readonly PointedProblem[] {
  return CHECKS.flatMap((check) => [...check({ root })]);
}
