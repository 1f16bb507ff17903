import { readFileSync, writeFileSync } from "node:fs";
import { releaseChangelog } from "../release/changelog.js";
import { makeLinksAbsolute } from "../release/links.js";
import { readRepository } from "../release/read-facts.js";
import { createCommand, UsageError } from "./args.js";
import { print, readToday } from "./terminal.js";

const HELP = `Usage: npm version VERSION

Run by npm after it has written package.json and before it commits: gives the new version to src/version.ts and to
what stands under Unreleased in CHANGELOG.md, and makes the links of README.md absolute where package.json says which
repository they lead to.

Exit code: 0 done, 1 a file cannot be written, 2 not run by npm version.
`;

export const run = createCommand({ script: "version", help: HELP, options: {} }, (_values, terminal) => {
  const version = terminal.env["npm_package_version"];
  if (version === undefined)
    throw new UsageError("npm_package_version is not set; run this through npm version");
  rewrite("src/version.ts", (text) => text.replace(/version = ".*"/, `version = "${version}"`));
  rewrite("CHANGELOG.md", (text) => releaseChangelog(text, version, readToday(terminal)));
  const repository = readRepository();
  if (repository !== undefined) rewrite("README.md", (text) => makeLinksAbsolute(text, repository));
  return print(terminal, `src/version.ts and CHANGELOG.md have ${version}\n`);
});

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
