import { readOptions, UsageError } from "./args.js";
import { judgeRelease, type Finding } from "../release/judge-release.js";
import { readFacts, runScript } from "../release/read-facts.js";

const HELP = `Usage: npm run release:check -- [--tag TAG | --dry-run]

Says whether this commit may be published: one version everywhere, a changelog entry for it, a version that is high
enough for what has changed in the document since the last tag, generated/ as the document gives it, and a tarball
that passes its tests. Without a tag it is a dry run, which only notes what a release still needs.

  --tag TAG   the tag that is released
  --dry-run   what happens without a tag, said in words
  --help      show this text

Exit code: 0 it may, 1 it may not, 2 wrong usage.
`;

/** What has to end well; each is a script of package.json. */
const COMMANDS = [
  ["generated", "generate", "--check"],
  ["tarball", "test:package"],
] as const;

export function run(argv: readonly string[]): number {
  try {
    const {
      tag,
      help,
      "dry-run": isDry,
    } = readOptions(argv, {
      tag: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    });
    if (help) return say(HELP);
    if (tag === "") throw new UsageError("--tag needs a value");
    if (tag !== undefined && isDry) throw new UsageError("--tag and --dry-run exclude each other");
    const judged = judgeRelease(readFacts(tag));
    for (const finding of judged) say(renderFinding(finding));
    const passed = COMMANDS.map(([rule, script, ...args]) => runCommand(rule, script, args));
    return judged.some(({ result }) => result === "error") || passed.includes(false) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function runCommand(rule: string, script: string, args: readonly string[]): boolean {
  const { passed, stdout, stderr } = runScript(script, ...args);
  const command = ["npm run", script, ...args].join(" ");
  say(
    renderFinding({
      rule,
      result: passed ? "ok" : "error",
      text: `${command} ${passed ? "passes" : "fails"}`,
    }),
  );
  if (!passed) process.stderr.write(`${stdout}${stderr}`);
  return passed;
}

function renderFinding({ rule, result, text }: Finding): string {
  return `${result.padEnd(6)}${rule.padEnd(12)}${text}\n`;
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}
