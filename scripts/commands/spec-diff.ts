import { existsSync, readFileSync, statSync } from "node:fs";
import { printReview, readReviewOptions, REVIEW_HELP } from "./print-review.js";
import { CommandError, createCommand, UsageError } from "./args.js";
import { chooseDocument } from "./documents.js";
import { readToday } from "./terminal.js";

const ACCEPTED = "openapi/accepted-changes.yaml";

const HELP = `Usage: npm run spec:diff -- [BASE] [HEAD] [options]

Says whether a change of the OpenAPI document breaks callers, proves it with a request or a response, and says which
version comes next.

  BASE, --base REF_OR_FILE       what callers have (default: where this branch left origin/HEAD, or main)
  HEAD, --head REF_OR_FILE       what they will have (default: the document as it is)
  --spec FILE                    the document (default: that of redocly.yaml, else openapi/openapi.yaml)
${REVIEW_HELP} (default: major)
  --help                         show this text

A level is the worse of two: what is sent and answered (wire), and what compiles (types). Below version 1.0.0 a break
asks for a new minor version.

A break that is intended is accepted in ${ACCEPTED}, a list of { id, reason, until }: it is still
listed and asks for its version, and fails nothing until that day is over. An entry that matches no change is named.

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
      format: { type: "string", default: "text" },
      "fail-on": { type: "string", default: "major" },
    },
  },
  async ({ base, head, spec, ...values }, terminal, words) => {
    const options = readReviewOptions(values);
    const [first = base, second = head, ...others] = words;
    if (others.length > 0) throw new UsageError("BASE and HEAD are two sides, and a third is named");
    // Elsewhere a file that is named is the document, and a revision has it; here there is one document.
    const file = terminal.program === undefined ? undefined : [second, first].find(isFile);
    const document = chooseDocument(spec ?? file, terminal);
    return await printReview(terminal, async () => {
      const { findMergeBase, findSource, review } = await import("../review/index.js");
      const accepted = await readAcceptedChanges();
      const sides = [
        findSource(first ?? findMergeBase(), document),
        findSource(second ?? document, document),
      ] as const;
      const [{ name: baseName }, { name: headName }] = sides;
      const request = { base: baseName, head: headName, version: readVersion(), accepted };
      const answer = { ...request, ...options, today: readToday(terminal) };
      return { review: await review(...sides), answer };
    });
  },
);

function isFile(side: string | undefined): boolean {
  return side !== undefined && statSync(side, { throwIfNoEntry: false })?.isFile() === true;
}

async function readAcceptedChanges() {
  if (!existsSync(ACCEPTED)) return [];
  const { AcceptedError, readAccepted } = await import("../review/index.js");
  try {
    return readAccepted(readFileSync(ACCEPTED, "utf8"));
  } catch (error) {
    if (!(error instanceof AcceptedError)) throw error;
    throw new CommandError(`${ACCEPTED} ${error.message}`, 1, { cause: error });
  }
}

/** Undefined where there is no package. */
function readVersion(): string | undefined {
  if (!existsSync("package.json")) return undefined;
  // npm keeps the form of its manifest.
  return (JSON.parse(readFileSync("package.json", "utf8")) as { readonly version?: string }).version;
}
