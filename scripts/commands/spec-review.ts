import { appendFileSync, writeFileSync } from "node:fs";
import type { DocumentPair, Review } from "../review/index.js";
import type { ReviewSettings, StripPrefix } from "../settings/review-settings.js";
import { CommandError, createCommand } from "./terminal/args.js";
import {
  printReview,
  readReviewOptions,
  describeReviewOptions,
  type Published,
} from "./terminal/print-review.js";
import {
  readAcceptedChanges,
  readPrefixes,
  readReviewSettings,
  readVersion,
} from "./inputs/review-inputs.js";
import { readToday, type Terminal } from "./terminal/terminal.js";

const FORMAT = "github";
const FAIL_ON = `failOn of the
                                 configuration, of several documents the strictest; else major`;

const HELP = `Usage: npm run spec:review -- [options]

Reviews the changes of all OpenAPI documents of a folder or a commit, for a pull request. Where GitHub runs it, it also
writes the summary of the job, and the outputs level and next-version: .github/actions/spec-review is made of it.

  --base REF_OR_PATH             a commit, a folder or a file (default: HEAD^1, what a pull request goes into)
  --head REF_OR_PATH             the same (default: ., the working tree)
  --include GLOBS                documents whose path matches one, a line each (default: all, but what was generated)
  --exclude GLOBS                no documents whose path matches one
  --accepted FILE                the list of accepted changes (default: openapi/accepted-changes.yaml)
  --report FILE                  where the review is written in Markdown as well
${describeReviewOptions(FORMAT, FAIL_ON)}
  --strip-prefix BASE[=HEAD]     paths are compared without it: /v1, or /v1=/v2 where it is another one in head
  --help                         show this text

Exit code: 0 done, 1 the level was reached or a side is broken, 2 wrong usage.
`;

export const run = createCommand(
  {
    script: "spec:review",
    help: HELP,
    options: {
      base: { type: "string", default: "HEAD^1" },
      head: { type: "string", default: "." },
      include: { type: "string", multiple: true, default: [] },
      exclude: { type: "string", multiple: true, default: [] },
      accepted: { type: "string" },
      report: { type: "string" },
      format: { type: "string", default: FORMAT },
      "fail-on": { type: "string" },
      "strip-prefix": { type: "string" },
    },
  },
  async ({ base, head, include, exclude, report, ...values }, terminal) => {
    const { format, failOn } = readReviewOptions(values);
    const prefixes = readPrefixes(values["strip-prefix"]);
    const makeReview = async () => {
      const { mergeReviews, pairDocuments } = await import("../review/index.js");
      const accepted = await readAcceptedChanges(values.accepted, terminal);
      const pairs = pairDocuments({ base, head }, await createFilter(include, exclude));
      if (pairs.length === 0) throw new CommandError(`no OpenAPI document that is asked for is in ${base} or ${head}`);
      const today = readToday(terminal);
      const found = await Promise.all(pairs.map((pair) => reviewPair(pair, readReviewSettings(pair.path, terminal), prefixes, today)));
      const stripPrefixes = found.map(({ stripPrefix }) => stripPrefix);
      const names = { base, head, version: readVersion() };
      const answer = { ...names, accepted, stripPrefixes, today, format, failOn: failOn ?? findStrictest(found) };
      return { review: mergeReviews(found), answer };
    };
    return await printReview(terminal, makeReview, (result) => publish(result, report, terminal.env));
  },
); // prettier-ignore

async function createFilter(include: readonly string[], exclude: readonly string[]) {
  const { createFileGlob } = await import("../review/index.js");
  const [wanted = [], unwanted = []] = [include, exclude].map((globs) => globs.flatMap(splitLines).map(createFileGlob));
  return (path: string): boolean =>
    (wanted.length === 0 || wanted.some((matches) => matches(path))) && !unwanted.some((matches) => matches(path));
} // prettier-ignore

function splitLines(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

type Reviewed = {
  readonly path: string;
  readonly review: Review;
  readonly stripPrefix: StripPrefix;
  readonly settings: ReviewSettings;
};

/** A document that one side alone has is news as a whole. */
async function reviewPair(
  { path, base, head }: DocumentPair,
  settings: ReviewSettings,
  prefixes: StripPrefix | undefined,
  today: string,
): Promise<Reviewed> {
  const { adjustReview, review, reviewWholeDocument } = await import("../review/index.js");
  const stripPrefix = prefixes ?? settings.stripPrefix;
  const found =
    base === undefined || head === undefined
      ? reviewWholeDocument(path, base === undefined ? "added" : "removed")
      : await review(base, head, stripPrefix);
  return { path, review: adjustReview(found, settings, today), stripPrefix, settings };
}

const STRICTNESS = ["minor", "major", "none"] as const;

function findStrictest(found: readonly Reviewed[]): (typeof STRICTNESS)[number] {
  const wanted = new Set(found.map(({ settings }) => settings.failOn ?? "major"));
  return STRICTNESS.find((level) => wanted.has(level)) ?? "major";
}

/** As GitHub's runners take it: files that are appended to. */
function publish(
  { report, level, nextVersion }: Published,
  file: string | undefined,
  { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output }: Terminal["env"],
): void {
  if (file !== undefined) writeFileSync(file, report());
  if (summary) appendFileSync(summary, report());
  if (output) appendFileSync(output, `level=${level ?? ""}\nnext-version=${nextVersion ?? ""}\n`);
}
