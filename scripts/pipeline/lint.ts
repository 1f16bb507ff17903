import type { LoadedDocument } from "./load.js";
import type { Problem } from "./problem.js";
import { findEmptyReferences } from "./reference-cycles.js";
import { findPosition, lintOpenDocument } from "./redocly.js";

/**
 * Reads the files that the document refers to and reports what is wrong with any of them.
 * @param configFile a redocly.yaml; without one only what makes the document invalid is reported.
 */
export async function lintDocument(document: LoadedDocument, configFile?: string): Promise<Problem[]> {
  try {
    return await lintOpenDocument(document, configFile);
  } catch (error) {
    // A chain of references that ends nowhere stops the linter with an error that has no place.
    const problems = findEmptyReferences(document).map((place) => ({
      severity: "error" as const,
      rule: "no-unresolved-refs",
      message: "This $ref leads back to itself and never to a value",
      ...findPosition(document, place, "value"),
    }));
    if (problems.length > 0) return problems;
    throw error;
  }
}
