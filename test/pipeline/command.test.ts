import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MARK } from "../../scripts/pipeline/output.js";

const GENERATED = ["openapi.json", "operations.ts", "schema.ts", "validators.ts"];
/** As package.json has it. */
const args = ["scripts/start.mjs", "generate"];

const running: ChildProcess[] = [];
let root = "";
let spec = "";
let out = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "generate-"));
  spec = join(root, "api.yaml");
  out = join(root, "generated");
  writeFileSync(spec, describeApi("read"));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

function describeApi(operationId: string): string {
  return `openapi: 3.1.0
info: { title: Small, version: 1.0.0 }
paths:
  /things:
    get:
      operationId: ${operationId}
      responses: { "200": { description: Fine } }
`;
}

function readOperations(): string {
  return readFileSync(join(out, "operations.ts"), "utf8");
}

function run(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...options], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const generate = (...options: string[]) => run("--spec", spec, "--out", out, ...options);

test("a run writes all files, and a check sees that nothing or what has changed since", () => {
  const first = generate();
  expect(first).toMatchObject({ status: 0, stderr: "" });
  expect(first.stdout).toMatch(/^load +\d+ ms\nlint +\d+ ms\n/);
  expect(first.stdout).toContain(`${out}/schema.ts  written\n`);
  expect(readdirSync(out)).toEqual(expect.arrayContaining(GENERATED));
  expect(readFileSync(join(out, "schema.ts"), "utf8")).not.toContain(root);
  const unchanged = generate("--check");
  expect(unchanged).toMatchObject({ status: 0, stderr: "" });
  expect(unchanged.stdout).toContain(`${out}/schema.ts  unchanged\n`);

  writeFileSync(join(out, "schema.ts"), "changed\n");
  rmSync(join(out, "openapi.json"));
  const check = generate("--check");
  expect(check.status).toBe(1);
  expect(check.stdout).toMatch(/^check +\d+ ms$/m);
  expect(check.stdout).toContain(`${out}/schema.ts:1  stale\n  expected: // Written by`);
  expect(check.stdout).toContain("  found:    changed\n");
  expect(check.stdout).toContain(`${out}/openapi.json  missing\n`);
  expect(readFileSync(join(out, "schema.ts"), "utf8")).toBe("changed\n");
});

test("a broken document ends with 1, its place and no stack, and the output stays", () => {
  mkdirSync(out);
  writeFileSync(join(out, "schema.ts"), `${MARK}good\n`);
  writeFileSync(spec, "openapi: 3.1.0\ninfo: [\n");
  const { status, stdout, stderr } = generate();
  expect(status).toBe(1);
  expect(`${stdout}${stderr}`).toContain(`${spec}:3:1 error syntax\n`);
  expect(stderr).not.toMatch(/\n +at /);
  expect(readdirSync(out)).toEqual(["schema.ts"]);
  expect(readFileSync(join(out, "schema.ts"), "utf8")).toBe(`${MARK}good\n`);
});

test("a folder that cannot be written ends with 1 and one message", () => {
  writeFileSync(out, "a file\n");
  const { status, stderr } = generate();
  expect(status).toBe(1);
  expect(stderr).toBe(`${out}: a file stands where a folder is needed. Nothing was changed.\n`);
  expect(readdirSync(root).toSorted()).toEqual(["api.yaml", "generated"]);
});

test("a rule of taste is a warning, and an error of a check", () => {
  writeFileSync(join(root, "redocly.yaml"), "rules: { info-contact: error }\n");
  const written = generate();
  expect(written.status).toBe(0);
  expect(written.stderr).toContain("api.yaml:2:1 warning info-contact");
  const checked = generate("--check");
  expect(checked.status).toBe(1);
  expect(checked.stderr).toContain("api.yaml:2:1 error info-contact");
  expect(generate("--lint", "none")).toMatchObject({ status: 0, stderr: "" });
});

test("a document can be piped in", () => {
  const { status } = spawnSync(process.execPath, [...args, "--spec", "-", "--out", out], {
    input: describeApi("piped"),
  });
  expect(status).toBe(0);
  expect(readOperations()).toContain("piped: {");
  expect(run("--spec", "-", "--watch")).toMatchObject({ status: 2 });
});

test("relative paths start from where npm was called", () => {
  const env = { ...process.env, INIT_CWD: root, npm_lifecycle_event: "generate" };
  const { status } = spawnSync(process.execPath, [...args, "--spec", "api.yaml", "--out", "generated"], {
    env,
  });
  expect(status).toBe(0);
  expect(readdirSync(out)).toEqual(expect.arrayContaining(GENERATED));
});

test("a reference outside the document's folder is read only when asked for", () => {
  mkdirSync(join(root, "inside"));
  writeFileSync(join(root, "outside.yaml"), "type: string\n");
  spec = join(root, "inside", "api.yaml");
  const schemas = 'components: { schemas: { A: { $ref: "../outside.yaml" } } }\n';
  writeFileSync(spec, `${describeApi("read")}${schemas}`);
  const refused = generate();
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain("lies outside of the document's own folder or package");
  expect(generate("--allow-outside").status).toBe(0);
});

test("the help names every option and exit code", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  for (const option of ["--spec", "--out", "--formats", "--check", "--watch", "--help"])
    expect(stdout).toContain(option);
  expect(stdout).toMatch(/Exit code: 0 .*, 1 .*, 2 /);
});

test("an interrupt ends a stage that takes long, and leaves the output as it was", async () => {
  generate();
  const before = readOperations();
  writeFileSync(spec, describeLargeApi());
  const child = start();
  await child.until("load");
  child.kill("SIGINT");
  expect(await child.ended).toBe(130);
  expect(child.text()).toMatch(/Interrupted\. .*generated is as it was\.\n$/);
  expect(child.text()).not.toContain("format");
  expect(readdirSync(root).toSorted()).toEqual(["api.yaml", "generated"]);
  expect(readOperations()).toBe(before);
});

/** So much that the linter alone is at it for seconds. */
function describeLargeApi(): string {
  const paths = Array.from({ length: 2000 }, (_, index) => [
    `/things/${index}`,
    { get: { operationId: `read${index}`, responses: { 200: { description: "Fine" } } } },
  ]);
  const info = { title: "Large", version: "1.0.0" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: Object.fromEntries(paths) });
}

test("--watch follows each save, keeps the last good output of a broken one, and ends cleanly", async () => {
  const child = start("--watch");
  await child.until("Ctrl-C ends it.");
  expect(child.text()).toMatch(/\n\d\d:\d\d:\d\d ok\. Watching .*api\.yaml\. Ctrl-C ends it\.\n$/);
  expect(readOperations()).toContain("read: {");

  writeFileSync(spec, "openapi: 3.1.0\ninfo: [\n");
  await child.until("Ctrl-C ends it.");
  // The two streams of a process arrive in no order.
  await vi.waitUntil(() => child.text().includes("error syntax"), { timeout: 100_000 });
  expect(child.text()).toMatch(/\n\d\d:\d\d:\d\d failed, .*generated is as it was\. Watching /);
  expect(readOperations()).toContain("read: {");

  writeFileSync(join(root, "swap"), describeApi("readAgain"));
  renameSync(join(root, "swap"), spec);
  await child.until("Ctrl-C ends it.");
  expect(readOperations()).toContain("readAgain: {");

  child.kill("SIGINT");
  expect(await child.ended).toBe(0);
  expect(child.text()).toMatch(/Stopped\.\n$/);
});

/** A running command whose output can be waited for: each wait looks at what came after the one before. */
function start(...options: string[]) {
  const child = spawn(process.execPath, [...args, "--spec", spec, "--out", out, ...options]);
  running.push(child);
  let text = "";
  let seen = 0;
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const until = (words: string) =>
    new Promise<void>((done) => {
      const look = (): void => {
        const at = text.indexOf(words, seen);
        if (at === -1) return;
        seen = at + words.length;
        child.stdout.off("data", look);
        done();
      };
      child.stdout.on("data", look);
      look();
    });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += String(chunk)));
  return { until, ended, text: () => text, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}
