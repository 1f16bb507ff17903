import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startCommand, type Ended } from "../workflows/start-command.js";

let repository: string;

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), "jetemail-client-release-"));
  git("init", "--quiet", "--initial-branch=main");
  write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n- first\n");
  write("README.md", "[more](src/README.md)\n");
  write(".github/CODEOWNERS", "/openapi/ @someone/reviewers\n");
  setVersion("0.0.0", {});
  commit();
});

afterEach(() => rmSync(repository, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

function git(...args: readonly string[]): void {
  const who = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  execFileSync("git", [...who, ...args], { cwd: repository, stdio: "ignore" });
}

function commit(): void {
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message=change");
}

/** The scripts that the command counts on, each ending as a test wants it; spec:diff tells what it was asked. */
function setVersion(version: string, scripts: Readonly<Record<string, string>>): void {
  const passing = "node -e 0 --";
  const review = `node -e "console.log(JSON.stringify({ level: process.argv.includes('v0.1.0') ? 'major' : 'none' }))" --`;
  write(
    "package.json",
    JSON.stringify({
      version,
      repository: { url: "git+https://github.com/acme/shop.git" },
      scripts: { generate: passing, "test:package": passing, "spec:diff": review, ...scripts },
    }),
  );
  write("package-lock.json", JSON.stringify({ version }));
  write("src/version.ts", `export const version = "${version}";\n`);
}

/** As `npm version` does it. */
async function raise(version: string): Promise<void> {
  setVersion(version, {});
  const { code } = await command("write-version", [], { npm_package_version: version });
  expect(code).toBe(0);
  commit();
  git("tag", `v${version}`);
}

function command(
  script: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return startCommand(script, args, environment, repository);
}

test("a newcomer without a tag has a dry run that passes and says so", async () => {
  const { code, stdout } = await command("release-check");
  expect(stdout).toBe(`ok    version     0.0.0 in package.json, package-lock.json, src/version.ts
note  tag         none is given, so this is a dry run
note  changelog   the entry is under Unreleased; npm version gives it a number
note  bump        there is no earlier release to compare the document with
ok    repository  git+https://github.com/acme/shop.git
note  manifest    package.json has no homepage, no bugs, no author, which npm shows
ok    tool        scripts/package.json says of itself what package.json does
note  links       src/README.md is a link that npm cannot follow; npm version makes those of README.md absolute
ok    owners      of openapi/ are named in CODEOWNERS
ok    generated   npm run generate --check passes
ok    tarball     npm run test:package passes
`);
  expect(code).toBe(0);
});

test("a release is judged by its tag, and the next one by the tag before", async () => {
  await raise("0.1.0");
  expect(readFileSync(join(repository, "README.md"), "utf8")).toBe(
    "[more](https://github.com/acme/shop/blob/HEAD/src/README.md)\n",
  );
  const first = await command("release-check", ["--tag", "v0.1.0"]);
  expect(first.stdout).toContain(
    "ok    tag         v0.1.0\nok    changelog   has an entry for 0.1.0\nnote  bump",
  );
  expect(first.code).toBe(0);

  const dry = await command("release-check", ["--dry-run"]);
  expect(dry.stdout).toContain("note  bump        the next version is at least 0.2.0");
  expect(dry.stdout).toContain("error changelog   nothing is written under Unreleased");

  write(
    "CHANGELOG.md",
    readFileSync(join(repository, "CHANGELOG.md"), "utf8").replace("]\n", "]\n\n- second\n"),
  );
  commit();
  await raise("0.1.1");
  const second = await command("release-check", ["--tag", "v0.1.1"]);
  expect(second.stdout).toContain(
    "error bump        0.1.1 is too low: at least 0.2.0 (the change of the document since 0.1.0 is major)",
  );
  expect(second.code).toBe(1);
});

test("a script that fails fails the check, and shows what it printed", async () => {
  setVersion("0.0.0", { generate: "node -e \"console.log('schema.ts:1 stale'); process.exit(1)\" --" });
  const { code, stdout, stderr } = await command("release-check");
  expect(stdout).toContain("error generated   npm run generate --check fails");
  expect(stderr).toContain("schema.ts:1 stale");
  expect(code).toBe(1);
});

test.each([[["--tag", ""]], [["--tags"]], [["--tag", "v0.1.0", "--dry-run"]]])(
  "%j is wrong usage",
  async (args) => {
    expect((await command("release-check", args)).code).toBe(2);
  },
);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(repository, path), "utf8"));
}

test("npm version gives the second package the same version, and what npm shows of the first", async () => {
  const tool = { name: "tool", version: "0.0.0", bin: "tool.mjs" };
  write("scripts/package.json", JSON.stringify(tool));
  const check = await command("release-check");
  expect(check.stdout).toContain(
    "error tool        scripts/package.json has another repository than package.json",
  );
  await raise("0.1.0");
  const repo = { url: "git+https://github.com/acme/shop.git" };
  expect(readJson("scripts/package.json")).toEqual({ ...tool, version: "0.1.0", repository: repo });
  expect(readJson("package-lock.json")).toMatchObject({ packages: { scripts: { version: "0.1.0" } } });
  write("scripts/package.json", JSON.stringify({ ...tool, version: "0.2.0", repository: repo }));
  expect((await command("release-check")).stdout).toContain("error version     differs between files: 0.1.0");
});
