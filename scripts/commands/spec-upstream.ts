import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { readChoice, UsageError } from "./args.js";
import { chooseStyle, renderProblems } from "../pipeline/report.js";
import { complain, print, type Terminal } from "./terminal.js";

const SPEC = "openapi/openapi.yaml";

const HELP = `Usage: npm run spec:upstream -- FILE [options]

Compares our document with the one that the provider publishes, OpenAPI 3.0 or 3.1, JSON or YAML: for our operations
alone, as if the provider's were the next version of ours.

  --format text|markdown|json    how the review is written (default: text)
  --fail-on major|minor|none     end with 1 when that level is reached (default: none)
  --help                         show this text

Exit code: 0 done, 1 the level was reached or a side is broken, 2 wrong usage.
`;

/** `npm run spec:upstream`. @returns the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = readArguments(argv);
    if (values.help) return print(terminal, HELP, 0);
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError("one FILE is needed");
    const format = readChoice("--format", values.format, ["text", "markdown", "json"]);
    const failOn = readChoice("--fail-on", values["fail-on"], ["major", "minor", "none"]);
    return existsSync(file)
      ? await compare({ file, format, failOn }, terminal)
      : complain(terminal, `${file} does not exist`, 1);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return complain(terminal, `${error.message}\nSee: npm run spec:upstream -- --help`, 2);
  }
}

type Settings = {
  readonly file: string;
  readonly format: "text" | "markdown" | "json";
  readonly failOn: "major" | "minor" | "none";
};

async function compare({ file, format, failOn }: Settings, terminal: Terminal): Promise<number> {
  const { answerReview, BrokenSide, findSource, reviewOwnOperations } = await import("../review/index.js");
  try {
    const review = await reviewOwnOperations(findSource(SPEC, SPEC), findSource(file, SPEC));
    const { text, code } = answerReview(review, {
      base: SPEC,
      head: file,
      version: undefined,
      accepted: [],
      today: "",
      format,
      failOn,
      color: chooseStyle(terminal.stdout.isTTY === true, terminal.env).color,
    });
    return print(terminal, text, code);
  } catch (error) {
    if (!(error instanceof BrokenSide)) throw error;
    const style = chooseStyle(terminal.stderr.isTTY === true, terminal.env);
    return complain(terminal, `${error.message}\n${renderProblems(error.problems, style)}`, 1);
  }
}

/** @throws UsageError */
function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: "string", default: "text" },
        "fail-on": { type: "string", default: "none" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.split(/\. |\n/)[0] ?? error.message);
    throw error;
  }
}
