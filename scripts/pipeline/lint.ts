import { readPointer } from "../json/pointer.js";
import type { PatternVerdict } from "../pattern/judge.js";
import type { Problem } from "./problem.js";
import { findEmptyReferences } from "./source/reference-cycles.js";
import {
  findPosition,
  lintOpenDocument,
  type Finding,
  type OpenDocument,
  type Place,
} from "./source/redocly.js";

export type JudgePattern = (pattern: string) => PatternVerdict;

export type LintOptions = {
  /** A redocly.yaml; without one only what makes the document invalid is an error. */
  readonly configFile?: string | undefined;
  /** For the rule `jetemail/linear-pattern`, which has the same judge of its own where none is given. */
  readonly judge?: JudgePattern | undefined;
};

/** What is wrong with any file of the document, by the linter's rules. */
export async function lintDocument(document: OpenDocument, options: LintOptions = {}): Promise<Problem[]> {
  const { configFile, judge } = options;
  try {
    const findings = await lintOpenDocument(document, configFile, { "jetemail/linear-pattern": { judge } });
    const real = findings.filter((finding) => !isMappingByName(document, finding));
    return real.map((finding) => (configFile === undefined ? tolerate(document, finding) : finding.problem));
  } catch (error) {
    // A chain of references that ends nowhere stops the linter with an error that has no place.
    const problems = findEmptyReferences(document).map((place) => toCycleProblem(document, place));
    if (problems.length > 0) return problems;
    throw error;
  }
}

function toCycleProblem(document: OpenDocument, place: Place): Problem {
  const message = "This $ref leads back to itself and never to a value";
  return {
    severity: "error",
    rule: "no-unresolved-refs",
    message,
    ...findPosition(document, place, "value"),
  };
}

/** The linter asks every mapping to be a reference; a schema's name is as good (OpenAPI 3.1 §4.8.25). */
function isMappingByName(document: OpenDocument, { problem, pointer }: Finding): boolean {
  if (problem.rule !== "no-unresolved-refs" || pointer === undefined) return false;
  if (!/\/discriminator\/mapping\/[^/]+$/.test(pointer)) return false;
  const value = readPointer(document.resolver.documents.get(problem.file)?.parsed, pointer);
  // The characters of a component's key (OpenAPI 3.1 §4.8.7).
  return typeof value === "string" && /^[a-zA-Z0-9._-]+$/.test(value);
}

/**
 * Published documents that work everywhere break small rules of the standard. What no later stage reads, or
 * what they understand all the same, becomes a warning when the document has not asked for a lint of its own.
 */
function tolerate(document: OpenDocument, finding: Finding): Problem {
  const isTolerable = TOLERABLE.some((test) => test(document, finding));
  return isTolerable ? { ...finding.problem, severity: "warning" } : finding.problem;
}

const TOLERABLE: readonly ((document: OpenDocument, finding: Finding) => boolean)[] = [
  // A field that the standard does not know. In a schema the compiler has the last word.
  (_document, { problem }) => problem.rule === "struct" && /is not expected here\./.test(problem.message),
  // OpenAPI 3.0 with the type "null" of 3.1.
  (document, { problem, pointer }) =>
    pointer?.endsWith("/type") === true &&
    readPointer(document.resolver.documents.get(problem.file)?.parsed, pointer) === "null",
  // `examples` of a schema is an annotation: a map in its place says nothing wrong about a value.
  (_document, { problem, pointer }) => problem.rule === "struct" && pointer?.endsWith("/examples") === true,
];
