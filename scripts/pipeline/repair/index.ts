// A bundled document, before the later stages read it: what is written in one way and read in another.

import type { PointedProblem } from "../problem.js";
import { escapeBundledNames } from "./bundled-names.js";
import { inlineMisplacedReferences } from "./misplaced-references.js";
import { translatePatterns } from "./patterns.js";
import { dropResources } from "./resources.js";
import { capitalizeRanges } from "./status-ranges.js";

type Repair = (root: unknown) => readonly PointedProblem[] | void;

/** In the order in which they are made. */
const REPAIRS: readonly Repair[] = [
  dropResources,
  escapeBundledNames,
  inlineMisplacedReferences,
  capitalizeRanges,
  translatePatterns,
];

/** Changes the document in place; pointers lead into it as it was. */
export function repairDocument(root: unknown): readonly PointedProblem[] {
  return REPAIRS.flatMap((repair) => repair(root) ?? []);
}
