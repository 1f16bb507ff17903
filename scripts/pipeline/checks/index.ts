// What a document means otherwise than it looks, or that no client can do: found on the bundled document, by the
// standards and not by taste.

import type { JsonRecord } from "../../json/pointer.js";
import type { ReadPattern } from "../../pattern/language/index.js";
import type { PointedProblem } from "../problem.js";
import type { Check } from "./check.js";
import { checkContradictions, CONTRADICTION_RULES } from "./contradictions.js";
import { findInFiles } from "./files.js";
import { findMeaninglessNullable } from "./nullable.js";
import { findInexactNumbers } from "./numbers.js";
import { findOptionalPathParameters, findPathFaults } from "./paths.js";

const CHECKS: readonly Check[] = [
  findPathFaults,
  findOptionalPathParameters,
  findMeaninglessNullable,
  findInexactNumbers,
  checkContradictions,
];

/** For the rules of the linter that find what is found here as well, by their names. */
export function listRuleOptions(readLanguage: ReadPattern): Readonly<Record<string, object>> {
  const find: typeof findInFiles = (rule, entry, targets) => findInFiles(rule, entry, targets, readLanguage);
  return Object.fromEntries(CONTRADICTION_RULES.map((rule) => [rule, { find }]));
}

/** Pointers lead into the bundled document. `asked` are the rules by which the linter has looked at it. */
export function checkDocument(
  root: JsonRecord,
  asked: ReadonlySet<string>,
  readLanguage?: ReadPattern,
): readonly PointedProblem[] {
  return CHECKS.flatMap((check) => [...check({ root }, asked, readLanguage)]);
}
