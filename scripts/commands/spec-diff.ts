import { existsSync, readFileSync } from "node:fs";
import { readChoice, readOptions, UsageError } from "./args.js";
import { chooseStyle, renderProblems } from "../pipeline/report.js";
import { complain, print, type Terminal } from "./terminal.js";

type Settings = {
  readonly base: string | undefined;
  readonly head: string;
  readonly format: "text" | "markdown" | "json";
  readonly failOn: "major" | "minor" | "none";
};

const SPEC = "openapi/openapi.yaml";
const ACCEPTED = "openapi/accepted-changes.yaml";

const HELP = `Usage: npm run spec:diff -- [options]

Says whether a change of the OpenAPI document breaks callers, proves it with a request or an answer, and says which
version comes next.

  --base REF_OR_FILE             what callers have (default: where this branch left origin/HEAD, or main)
  --head REF_OR_FILE             what they will have (default: ${SPEC} as it is)
  --format text|markdown|json    how the review is written (default: text)
  --fail-on major|minor|none     end with 1 when that level is reached (default: major)
  --help                         show this text

A level is the worse of two: what is sent and answered (wire), and what compiles (types). Below version 1.0.0 a break
asks for a new minor version.

A break that is intended is accepted in ${ACCEPTED}, a list of { id, reason, until }: it still
shows and asks for its version, and fails nothing until that day is over. An entry that matches nothing is told.

Exit code: 0 done, 1 the level was reached or a side is broken, 2 wrong usage.
`;

/** `npm run spec:diff`. @returns the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const values = readOptions(argv, {
      base: { type: "string" },
      head: { type: "string", default: SPEC },
      format: { type: "string", default: "text" },
      "fail-on": { type: "string", default: "major" },
      help: { type: "boolean", default: false },
    });
    if (values.help) return print(terminal, HELP, 0);
    const format = readChoice("--format", values.format, ["text", "markdown", "json"]);
    const failOn = readChoice("--fail-on", values["fail-on"], ["major", "minor", "none"]);
    return await runReview({ base: values.base, head: values.head, format, failOn }, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return complain(terminal, `${error.message}\nSee: npm run spec:diff -- --help`, 2);
  }
}

/** Loads what it needs only now: a misspelt option is told at once. */
async function runReview({ base, head, format, failOn }: Settings, terminal: Terminal): Promise<number> {
  const {
    AcceptedError,
    answerReview,
    BrokenSide,
    findMergeBase,
    findSource,
    readAccepted,
    review,
    RevisionError,
  } = await import("../review/index.js");
  try {
    const accepted = existsSync(ACCEPTED) ? readAccepted(readFileSync(ACCEPTED, "utf8")) : [];
    const sides = [findSource(base ?? findMergeBase(), SPEC), findSource(head, SPEC)] as const;
    const { text, code } = answerReview(await review(...sides), {
      base: sides[0].name,
      head: sides[1].name,
      version: readVersion(),
      accepted,
      today: new Date().toISOString().slice(0, 10),
      format,
      failOn,
      color: chooseStyle(terminal.stdout.isTTY === true, terminal.env).color,
    });
    return print(terminal, text, code);
  } catch (error) {
    if (error instanceof RevisionError) return complain(terminal, error.message, 1);
    if (error instanceof AcceptedError) return complain(terminal, `${ACCEPTED} ${error.message}`, 1);
    if (!(error instanceof BrokenSide)) throw error;
    const style = chooseStyle(terminal.stderr.isTTY === true, terminal.env);
    return complain(terminal, `${error.message}\n${renderProblems(error.problems, style)}`, 1);
  }
}

function readVersion(): string {
  // npm keeps the form of its manifest.
  return (JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string }).version;
}
