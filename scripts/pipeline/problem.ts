export type Severity = "error" | "warning";

/** Something wrong with a document, at a place that a reader can open. Lines and columns count from 1. */
export type Problem = {
  readonly severity: Severity;
  /** Name of the rule that found it: a lint rule, or the stage that stumbled. */
  readonly rule: string;
  readonly message: string;
  /** Path as the document's source names it, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The lines around the place, ready to print. */
  readonly snippet?: string;
};

/** The same before its place is looked up: `pointer` leads into the bundled document. */
export type PointedProblem = Pick<Problem, "severity" | "rule" | "message"> & { readonly pointer: string };

/** Where something stands in the document's own files. */
export type Position = Pick<Problem, "file" | "line" | "column" | "snippet">;

/** Finds the line in the document's own files that a JSON Pointer into the bundled document came from. */
export type Locate = (pointer: string) => Position;

export function placeProblem(locate: Locate): (problem: PointedProblem) => Problem {
  return ({ severity, rule, message, pointer }) => ({ severity, rule, message, ...locate(pointer) });
}

/** The rules that find what keeps a document from being read; what other rules say may follow from it. */
const STRUCTURAL: ReadonlySet<string> = new Set(["load", "syntax", "struct", "no-unresolved-refs"]);

/** Errors of the structure first, then in reading order: by file, by place, errors before warnings at one place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].toSorted((a, b) => rankOf(a) - rankOf(b) || compareProblems(a, b));
}

function rankOf({ severity, rule }: Problem): number {
  return severity === "error" && STRUCTURAL.has(rule) ? 0 : 1;
}

export function hasErrors(problems: readonly Pick<Problem, "severity">[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.severity, b.severity) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** By code unit and not by locale, so that the order is the same on every machine. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
