import { readFileSync, writeFileSync } from "node:fs";
import { releaseChangelog } from "../release/changelog.js";
import { makeLinksAbsolute } from "../release/links.js";
import {
  hasTool,
  parseJson,
  readJson,
  readRepository,
  SHARED_FIELDS,
  TOOL,
  writeJson,
} from "../release/read-facts.js";
import { createCommand, UsageError } from "./terminal/args.js";
import { print, readToday } from "./terminal/terminal.js";

const HELP = `Usage: npm version VERSION

Run by npm after it has written package.json and before it commits: gives the new version to src/version.ts, to
scripts/package.json and to what stands under Unreleased in CHANGELOG.md, and makes the links of README.md absolute
where package.json says which repository they lead to.

Exit code: 0 done, 1 a file cannot be written, 2 not run by npm version.
`;

export const run = createCommand({ script: "version", help: HELP, options: {} }, (_values, terminal) => {
  const version = terminal.env["npm_package_version"];
  if (version === undefined)
    throw new UsageError("npm_package_version is not set; run this through npm version");
  rewrite("src/version.ts", (text) => text.replace(/version = ".*"/, `version = "${version}"`));
  rewrite("CHANGELOG.md", (text) => releaseChangelog(text, version, readToday(terminal)));
  if (hasTool()) rewriteTool(version);
  const repository = readRepository();
  if (repository !== undefined) rewrite("README.md", (text) => makeLinksAbsolute(text, repository));
  return print(terminal, `src/version.ts, scripts/package.json and CHANGELOG.md have ${version}\n`);
});

/** The second package has the first one's version, and what npm shows of both. */
function rewriteTool(version: string): void {
  const shared = Object.entries(readJson("package.json")).filter(([field]) => SHARED_FIELDS.includes(field));
  rewrite(TOOL, (text) => writeJson({ ...parseJson(text), ...Object.fromEntries(shared), version }));
  rewrite("package-lock.json", (text) => {
    const lock = parseJson(text);
    const packages = parseJson(JSON.stringify(lock["packages"] ?? {}));
    const tool = { ...parseJson(JSON.stringify(packages["scripts"] ?? {})), version };
    return writeJson({ ...lock, packages: { ...packages, scripts: tool } });
  });
}

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
