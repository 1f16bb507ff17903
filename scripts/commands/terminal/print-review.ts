import { chooseStyle, renderProblems } from "../../pipeline/report.js";
import type { renderReview as RenderReview, Review } from "../../review/index.js";
import { CommandError, readChoice } from "./args.js";
import { announceWork, complain, print, type Terminal } from "./terminal.js";

type Answer = Parameters<typeof RenderReview>[1];

const FORMATS = [
  "text",
  "markdown",
  "json",
  "html",
  "github",
  "junit",
  "sarif",
  "gitlab",
  "changelog",
] as const;

/** How a review is written and when it fails, for every command that makes one. */
export function describeReviewOptions(format: Answer["format"], failOn: string): string {
  return `  --format ${FORMATS.join("|")}
                                 how the review is written (default: ${format}): html is one file, github annotations,
                                 gitlab a code quality report, changelog what callers read
  --fail-on major|minor|none     end with 1 when that level is reached (default: ${failOn})`;
}

type ReviewValues = { readonly format: string; readonly "fail-on"?: string | undefined };

type ReviewOptions = Pick<Answer, "format"> & { readonly failOn: Answer["failOn"] | undefined };

/** @throws UsageError */
export function readReviewOptions({ format, "fail-on": failOn }: ReviewValues): ReviewOptions {
  return {
    format: readChoice("--format", format, FORMATS),
    failOn: failOn === undefined ? undefined : readChoice("--fail-on", failOn, ["major", "minor", "none"]),
  };
}

/** What is handed on beside what is printed; of a side that cannot be read there is no level. */
export type Published = {
  /** In Markdown. */
  readonly report: () => string;
  readonly level: Review["level"] | undefined;
  readonly nextVersion: string | undefined;
};

/** Loads what a review needs only now: a misspelt option is told at once. */
export async function printReview(
  terminal: Terminal,
  makeReview: () => Promise<{ readonly review: Review; readonly answer: Omit<Answer, "color"> }>,
  publish: (result: Published) => void = () => undefined,
): Promise<number> {
  const callOff = announceWork(terminal, "Comparing …");
  const { formatBroken, renderReview, BrokenSide, RevisionError } = await import("../../review/index.js");
  try {
    const { review, answer } = await makeReview().finally(callOff);
    const { color } = chooseStyle(terminal.stdout, terminal.env);
    const { text, code, nextVersion } = renderReview(review, { ...answer, color });
    const report = () => renderReview(review, { ...answer, color, format: "markdown" }).text;
    publish({ report, level: review.level, nextVersion });
    return print(terminal, text, code);
  } catch (error) {
    if (error instanceof RevisionError) throw new CommandError(error.message, 1, { cause: error });
    if (!(error instanceof BrokenSide)) throw error;
    const style = chooseStyle(terminal.stderr, terminal.env);
    publish({ report: () => formatBroken(error), level: undefined, nextVersion: undefined });
    return complain(terminal, `${error.message}\n${renderProblems(error.problems, style)}`);
  }
}
