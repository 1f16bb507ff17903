import { existsSync } from "node:fs";
import { printReview, readReviewOptions, describeReviewOptions } from "./terminal/print-review.js";
import { CommandError, createCommand, UsageError } from "./terminal/args.js";

const SPEC = "openapi/openapi.yaml";

const FORMAT = "text";

const HELP = `Usage: npm run spec:upstream -- FILE [options]

Compares our document with the one that the provider publishes, OpenAPI 3.0 or 3.1, JSON or YAML: for our operations
alone, as if the provider's were the next version of ours.

${describeReviewOptions(FORMAT, "none")}
  --help                         show this text

Exit code: 0 done, 1 the level was reached or a side is broken, 2 wrong usage.
`;

export const run = createCommand(
  {
    script: "spec:upstream",
    help: HELP,
    options: { format: { type: "string", default: FORMAT }, "fail-on": { type: "string" } },
    takesWords: true,
  },
  async (values, terminal, [file, ...others]) => {
    if (file === undefined || others.length > 0) throw new UsageError("exactly one FILE is required");
    const { format, failOn = "none" } = readReviewOptions(values);
    if (!existsSync(file)) throw new CommandError(`${file} does not exist`);
    return await printReview(terminal, async () => {
      const { findSource, reviewOwnOperations } = await import("../review/index.js");
      const sides = [findSource(SPEC, SPEC), findSource(file, SPEC)] as const;
      const answer = { base: SPEC, head: file, version: undefined, accepted: [], today: "", format, failOn };
      return { review: await reviewOwnOperations(...sides), answer };
    });
  },
);
