import { appendPointer, isRecord, readPointer, splitPointer } from "../json/pointer.js";
import { isNewField, listNewFields } from "../spec/dialect.js";
import type { PatternVerdict } from "../pattern/judge.js";
import type { Problem } from "./problem.js";
import { advise, explainReference, foldFollowers } from "./followers.js";
import { tolerate } from "./tolerance.js";
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
  /** Without it nothing is known of the patterns that the linter's own rules would run. */
  readonly judge?: JudgePattern | undefined;
  /** What rules of the plugin are handed, by name. Each has the same of its own where none is given. */
  readonly ruleOptions?: Readonly<Record<string, object>> | undefined;
  /** Whether rules of taste keep a document from being read. Default: as the configuration has it. */
  readonly style?: "enforce" | "warn" | undefined;
};

export type Linted = {
  readonly problems: readonly Problem[];
  /** Those of `ruleOptions` that the configuration turns on or off: nobody else is to tell what they find. */
  readonly configured: ReadonlySet<string>;
};

/** What is wrong with any file of the document, by the linter's rules. What is tolerated is repaired in place. */
export async function lintDocument(document: OpenDocument, options: LintOptions = {}): Promise<Linted> {
  const { configFile, judge, style = "enforce", ruleOptions = {} } = options;
  try {
    const hazards = configFile === undefined || judge === undefined ? [] : findHazards(document, judge);
    const linted = await lintOpenDocument(document, {
      configFile,
      ruleOptions,
      runsPatterns: hazards.length === 0,
    });
    const real = linted.findings.filter((finding) => !isMappingByName(document, finding));
    const { known, added } = separateNewFields(document, real);
    const explained = known.map((finding) => advise(document, explainReference(document, finding)));
    const accepted = linted.isStrict ? explained : explained.map((finding) => accept(document, finding));
    const told = foldFollowers(accepted).map(({ problem }) => problem);
    const problems = [
      ...(linted.isCurtailed ? hazards : []),
      ...added,
      ...(style === "warn" ? told.map(soften) : told),
    ];
    return { problems, configured: linted.configured };
  } catch (error) {
    // A chain of references that ends nowhere stops the linter with an error that has no place.
    const problems = findEmptyReferences(document).map((place) => toCycleProblem(document, place));
    if (problems.length > 0) return { problems, configured: new Set() };
    throw error;
  }
}

/** Rules that are no matter of taste: of the structure, of what is linear, and of the configuration itself. */
const SUBSTANTIAL =
  /^(?:spec-|(?:struct|no-unresolved-refs|operation-operationId-unique|openapi-proof\/linear-pattern|lint-configuration)$)/;

function soften(problem: Problem): Problem {
  return SUBSTANTIAL.test(problem.rule) ? problem : { ...problem, severity: "warning" };
}

/** The first pattern on which the linter could hang, where it holds examples to their schemas. */
function findHazards(document: OpenDocument, judge: JudgePattern): Problem[] {
  for (const [file, { parsed }] of document.resolver.documents) {
    const pointer = findPattern(parsed, "", (pattern) => isHazard(judge(pattern)));
    if (pointer === undefined) continue;
    const message = "Examples are not held to their schemas, because this pattern may not come to an end";
    const position = findPosition(document, { file, pointer }, "value");
    return [{ severity: "warning", rule: "examples", message, ...position }];
  }
  return [];
}

function isHazard(verdict: PatternVerdict): boolean {
  return verdict.kind === "unsafe" || (verdict.kind === "table" && verdict.why !== "faster");
}

/** Whatever may be a pattern, also where it is only a member of an example. */
function findPattern(
  value: unknown,
  pointer: string,
  isFound: (pattern: string) => boolean,
): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const below = appendPointer(pointer, key);
    if (key === "pattern" && typeof member === "string" && isFound(member)) return below;
    const name =
      key === "patternProperties" && isRecord(member) ? Object.keys(member).find(isFound) : undefined;
    const found = name === undefined ? findPattern(member, below, isFound) : appendPointer(below, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a later version of OpenAPI has added is told in one warning. */
function separateNewFields(document: OpenDocument, findings: readonly Finding[]) {
  const { parsed, source } = document.entry;
  const openapi = readPointer(parsed, "/openapi");
  const isNew = ({ pointer, problem }: Finding): boolean =>
    / is not expected here\./.test(problem.message) && isNewField(openapi, lastKey(pointer));
  const fields = listNewFields(
    openapi,
    findings.filter(isNew).map(({ pointer }) => lastKey(pointer)),
  );
  if (fields === undefined) return { known: findings, added: [] };
  const left =
    fields.length > 0 ? `; ${fields.join(", ")} ${fields.length === 1 ? "is" : "are"} left out` : "";
  const message = `OpenAPI ${String(openapi)} is read as far as 3.1 goes${left}`;
  const place = { file: source.absoluteRef, pointer: "/openapi" };
  const position = findPosition(document, place, "key");
  const added: Problem = { severity: "warning", rule: "version", message, ...position };
  return { known: findings.filter((finding) => !isNew(finding)), added: [added] };
}

function lastKey(pointer: string | undefined): string {
  return splitPointer(pointer ?? "").at(-1) ?? "";
}

/** A warning, with what is read instead, unless no later stage can do right. */
function accept(document: OpenDocument, finding: Finding): Finding {
  const { problem, pointer } = finding;
  const root = document.resolver.documents.get(problem.file)?.parsed;
  if (pointer === undefined) return finding;
  const tolerated = tolerate({ rule: problem.rule, message: problem.message, root, pointer });
  if (tolerated === undefined) return finding;
  const told = /[.?]$/.test(problem.message) ? problem.message : `${problem.message}.`;
  const message = tolerated.note === "" ? problem.message : `${told} ${tolerated.note}`;
  return { pointer, problem: { ...problem, severity: "warning", message } };
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
