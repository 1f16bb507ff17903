import { statSync } from "node:fs";
import { printReview, readReviewOptions, describeReviewOptions } from "./terminal/print-review.js";
import { createCommand, UsageError } from "./terminal/args.js";
import { chooseDocument } from "./inputs/documents.js";
import {
  readAcceptedChanges,
  readPrefixes,
  readReviewSettings,
  readVersion,
} from "./inputs/review-inputs.js";
import { readToday } from "./terminal/terminal.js";

const FORMAT = "text";

const HELP = `Usage: npm run spec:diff -- [BASE] [HEAD] [options]

Says whether a change of the OpenAPI document breaks callers, proves it with a request or a response, and says which
version comes next.

  BASE, --base REF_OR_FILE       what callers have (default: where this branch left origin/HEAD, or main)
  HEAD, --head REF_OR_FILE       what they will have (default: the document as it is)
  --spec FILE                    the document (default: that of redocly.yaml, else openapi/openapi.yaml)
${describeReviewOptions(FORMAT, "failOn of the configuration, or major")}
  --strip-prefix BASE[=HEAD]     paths are compared without it: /v1, or /v1=/v2 where it is another one in head
  --help                         show this text

A level is the worse of two: what is sent and answered (wire), and what compiles (types). Below version 1.0.0 a break
asks for a new minor version.

A break that is intended is accepted in openapi/accepted-changes.yaml, a list of { id, reason, until }: it is still
listed and asks for its version, and fails nothing until that day is over. An entry that matches no change is named.

What a change counts as is set in redocly.yaml, in the entry of \`apis\` whose root is the document, all of it optional:

  x-openapi-proof:
    review:
      severity: [{ path: /internal/**, level: none, reason: ours alone }, { rule: header-removed, level: major }]
      deprecation: { days: 90 }    an operation may go once its x-sunset has passed, announced so long before
      stripPrefix: { base: /v1, head: /v2 }
      failOn: minor

Exit code: 0 done, 1 the level was reached or a side is broken, 2 wrong usage.
`;

export const run = createCommand(
  {
    script: "spec:diff",
    help: HELP,
    takesWords: true,
    options: {
      base: { type: "string" },
      head: { type: "string" },
      spec: { type: "string" },
      format: { type: "string", default: FORMAT },
      "fail-on": { type: "string" },
      "strip-prefix": { type: "string" },
    },
  },
  async ({ base, head, spec, ...values }, terminal, words) => {
    const { format, failOn } = readReviewOptions(values);
    const prefixes = readPrefixes(values["strip-prefix"]);
    const [first = base, second = head, ...others] = words;
    if (others.length > 0) throw new UsageError("BASE and HEAD are two sides, and a third is named");
    // Elsewhere a file that is named is the document, and a revision has it; here there is one document.
    const file = terminal.program === undefined ? undefined : [second, first].find(isFile);
    const document = chooseDocument(spec ?? file, terminal);
    return await printReview(terminal, async () => {
      const { adjustReview, findMergeBase, findSource, mergeReviews, review } =
        await import("../review/index.js");
      const accepted = await readAcceptedChanges(undefined, terminal);
      const sides = [
        findSource(first ?? findMergeBase(), document),
        findSource(second ?? document, document),
      ] as const;
      const [{ name: baseName }, { name: headName, entry }] = sides;
      const settings = readReviewSettings(entry, terminal);
      const today = readToday(terminal);
      const stripPrefix = prefixes ?? settings.stripPrefix;
      const names = { base: baseName, head: headName, version: readVersion() };
      const answer = {
        ...names,
        accepted,
        stripPrefixes: [stripPrefix],
        today,
        format,
        failOn: failOn ?? settings.failOn ?? "major",
      };
      const found = adjustReview(await review(...sides, stripPrefix), settings, today);
      return { review: mergeReviews([{ path: entry, review: found }]), answer };
    });
  },
);

function isFile(side: string | undefined): boolean {
  return side !== undefined && statSync(side, { throwIfNoEntry: false })?.isFile() === true;
}
