import { isRecord, type JsonRecord } from "../json/pointer.js";
import type { PatternVerdict } from "../pattern/judge.js";
import type { SchemaProblem } from "./problem.js";
import type { PlacedSchema } from "./schema/registry.js";

/** What a pattern that must not be run is: a reason to refuse the schema, or an annotation. */
export type UnsafePatterns = "refuse" | "annotate";

/** What those who write a schema should know of its patterns. */
export function findPatternProblems(
  verdicts: ReadonlyMap<string, PatternVerdict>,
  places: ReadonlyMap<string, PlacedSchema>,
  unsafePatterns: UnsafePatterns,
): readonly SchemaProblem[] {
  return [...verdicts].flatMap(([source, verdict]): SchemaProblem[] => {
    const place = places.get(source);
    const problem = describe(verdict, unsafePatterns);
    return place && problem ? [{ ...problem, document: place.document.uri, pointer: place.pointer }] : [];
  });
}

function describe(
  verdict: PatternVerdict,
  unsafePatterns: UnsafePatterns,
): Omit<SchemaProblem, "document" | "pointer"> | undefined {
  switch (verdict.kind) {
    case "regexp":
      return undefined;
    case "invalid":
      return {
        severity: "warning",
        rule: "pattern",
        message: `not a regular expression of ECMA-262, so it asserts nothing: ${verdict.message}`,
      };
    case "unsafe": {
      const message = `${verdict.reason}${attackOf(verdict.attack)}`;
      return unsafePatterns === "refuse"
        ? { severity: "error", rule: "unsafe-pattern", message }
        : { severity: "warning", rule: "unsafe-pattern", message: `not asserted, because ${message}` };
    }
    case "table":
      return verdict.why === "faster"
        ? undefined
        : {
            severity: "warning",
            rule: "unsafe-pattern",
            message: `${describeBacktracking(verdict.attack)} as a RegExp; compiled into a linear matcher instead${attackOf(verdict.attack)}`,
          };
  }
}

function describeBacktracking(attack: { readonly complexity: string } | undefined): string {
  return attack ? `${attack.complexity} backtracking` : "not shown to take linear time";
}

function attackOf(attack: { readonly string: string } | undefined): string {
  return attack ? `. A text that takes too long: ${cut(JSON.stringify(attack.string))}` : "";
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
}

/** The schema without the patterns that are not run: they are annotations, as keywords that nobody knows are. */
export function omitPatterns(
  verdicts: ReadonlyMap<string, PatternVerdict>,
): ((schema: JsonRecord) => JsonRecord) | undefined {
  const isOmitted = (source: unknown): boolean =>
    ["invalid", "unsafe"].includes(verdicts.get(String(source))?.kind ?? "regexp");
  if (![...verdicts.keys()].some(isOmitted)) return undefined;
  return (schema) => {
    const { pattern, patternProperties } = schema;
    const readable = isOmitted(pattern) ? omitKeys(schema, "pattern") : schema;
    if (!isRecord(patternProperties)) return readable;
    const entries = Object.entries(patternProperties).filter(([source]) => !isOmitted(source));
    if (entries.length === Object.keys(patternProperties).length) return readable;
    // Which names such a pattern stands for nobody knows, and so neither which are left.
    const others = omitKeys(readable, "additionalProperties", "unevaluatedProperties");
    return { ...others, patternProperties: Object.fromEntries(entries) };
  };
}

function omitKeys(schema: JsonRecord, ...omitted: readonly string[]): JsonRecord {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !omitted.includes(key)));
}
