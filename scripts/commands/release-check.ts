import { judgeRelease, type Finding } from "../release/judge-release.js";
import { readFacts, runScript } from "../release/read-facts.js";
import { createCommand, UsageError } from "./terminal/args.js";
import { announceWork, complain, print, type Terminal } from "./terminal/terminal.js";

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

export const run = createCommand(
  {
    script: "release:check",
    help: HELP,
    options: { tag: { type: "string" }, "dry-run": { type: "boolean", default: false } },
  },
  ({ tag, "dry-run": isDry }, terminal) => {
    if (tag !== undefined && isDry) throw new UsageError("--tag and --dry-run cannot be given together");
    const judged = judgeRelease(readFacts(tag));
    for (const finding of judged) print(terminal, renderFinding(finding));
    const passed = COMMANDS.map(([rule, script, ...args]) => runCommand(terminal, rule, script, args));
    return judged.some(({ result }) => result === "error") || passed.includes(false) ? 1 : 0;
  },
);

function runCommand(terminal: Terminal, rule: string, script: string, args: readonly string[]): boolean {
  const command = ["npm run", script, ...args].join(" ");
  const callOff = announceWork(terminal, `${command} …`);
  const { passed, stdout, stderr } = runScript(script, ...args);
  callOff();
  const text = `${command} ${passed ? "passes" : "fails"}`;
  print(terminal, renderFinding({ rule, result: passed ? "ok" : "error", text }));
  if (!passed) complain(terminal, `${stdout}${stderr}`.trimEnd());
  return passed;
}

function renderFinding({ rule, result, text }: Finding): string {
  return `${result.padEnd(6)}${rule.padEnd(12)}${text}\n`;
}
