import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCommand } from "./start-command.js";

/** A small repository of the same layout, with one commit. */
const repository = mkdtempSync(join(tmpdir(), "jetemail-client-test-base-"));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

function git(...args: readonly string[]): void {
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
    cwd: repository,
    stdio: "ignore",
  });
}

beforeAll(() => {
  symlinkSync(resolve("node_modules"), join(repository, "node_modules"), "junction");
  write("package.json", '{ "type": "module" }');
  write("vitest.config.ts", "export default {};");
  write("generated/empty.ts", "export {};");
  write(
    "tsconfig.json",
    '{ "compilerOptions": { "module": "nodenext", "lib": ["ES2022"], "types": [], "skipLibCheck": true, "strict": true, "noEmit": true } }',
  );
  write("src/index.ts", "export function greet(name: string): string { return `hello ${name}`; }");
  write(
    "test/client/greet.test.ts",
    `import { expect, test } from "vitest";
     import { greet } from "../../src/index.js";
     test("greets", () => expect(greet("you")).toBe("hello you"));`,
  );
  git("init", "--quiet", "--initial-branch=main");
  git("add", "src", "test");
  git("commit", "--quiet", "--message=first");
  // The new tests fit the new code; the question is whether the old ones do.
  write("test/client/greet.test.ts", "");
});

afterAll(() => rmSync(repository, { recursive: true, force: true }));

test.each([
  [0, "a parameter that may be left out", "(name: string, mark = '') { return `hello ${name}${mark}`; }"],
  [
    1,
    "a parameter that may not, which only the compiler sees",
    "(name: string, mark: string) { return `hello ${name}`; }",
  ],
  [1, "another answer, which only the run sees", "(name: string) { return `bye ${name}`; }"],
])("ends with %i after %s", async (code, _, greet) => {
  write("src/index.ts", `export function greet${greet}`);
  expect((await startCommand("test-base", [], {}, repository)).code).toBe(code);
});
