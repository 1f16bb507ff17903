import { spawn, type ChildProcess } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

// A checkout with a command of its own, whose terminal is that of every command.

const running: ChildProcess[] = [];
let root = "";
let cache = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "start-"));
  cache = join(root, "node_modules/.cache/scripts");
  mkdirSync(join(root, "scripts/commands"), { recursive: true });
  mkdirSync(join(root, "node_modules/numbers"), { recursive: true });
  for (const part of ["start", "start.mjs"])
    cpSync(join("scripts", part), join(root, "scripts", part), { recursive: true });
  symlinkSync(resolve("node_modules/esbuild"), join(root, "node_modules/esbuild"), "junction");
  writePackage("1");
  writeCommand(`terminal.stdout.write(one + " " + argv.join()); return 3;`);
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

function writeCommand(work: string): void {
  const text = `import { existsSync } from "node:fs"; import { one } from "numbers";
export const run = async (argv, terminal) => { ${work} };`;
  writeLongAgo(join(root, "scripts/commands/count.ts"), text);
}

function writePackage(one: string): void {
  const folder = join(root, "node_modules/numbers");
  writeLongAgo(join(folder, "package.json"), '{ "name": "numbers", "type": "module", "main": "index.js" }');
  writeLongAgo(join(folder, "index.js"), `export const one = "${one}"; // ${"é–😀".repeat(2)}`);
}

let time = 1_700_000_000;

/** What is saved while a command is bundled is not kept. Each save has a time of its own. */
function writeLongAgo(file: string, text: string): void {
  writeFileSync(file, text);
  time += 1;
  utimesSync(file, time, time);
}

type Ended = { readonly code: number | null; readonly signal: string | null; readonly text: string };

function start(...argv: readonly string[]) {
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs"), "count", ...argv]);
  running.push(child);
  let text = "";
  const ended = new Promise<Ended>((done) => {
    child.once("close", (code, signal) => done({ code, signal, text }));
  });
  const said = (words: string) =>
    new Promise<void>((done) => {
      const look = (chunk: Buffer): void => {
        text += String(chunk);
        if (text.includes(words)) done();
      };
      for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
    });
  const spoke = said("\n");
  return { ended, spoke, child };
}

async function run(...argv: readonly string[]): Promise<string> {
  const { code, text } = await start(...argv).ended;
  return `${code}: ${text}`;
}

test("a command is given its arguments and a terminal, and gives the exit code", async () => {
  expect(await run("a", "b")).toBe("3: 1 a,b");
});

test("what is piped in can be read", async () => {
  writeCommand(
    `terminal.stdout.write(new TextDecoder().decode(await terminal.readStdin()) + one); return 0;`,
  );
  const { child, ended } = start();
  child.stdin.end("two ");
  expect(await ended).toMatchObject({ code: 0, text: "two 1" });
});

test("a line that was called off is not printed, and one that is due is, while the work holds the loop", async () => {
  writeCommand(`
    const callOff = terminal.announceLater("never", 1000);
    callOff();
    terminal.announceLater("due", 1100);
    for (;;) ;`);
  const { spoke, child, ended } = start();
  await spoke;
  child.kill("SIGKILL");
  expect((await ended).text).toBe("due\n");
});

function listKept(): string[] {
  return readdirSync(cache).toSorted();
}

describe("what is kept from one start to the next", () => {
  test("is one file a command, one a package and one with their code", async () => {
    const all = ["command-count.cjs", "count.code", "numbers.cjs"];
    expect(await run()).toBe("3: 1 ");
    expect(listKept()).toEqual(all);
    expect(await run()).toBe("3: 1 ");
    expect(listKept()).toEqual(all);
  });

  test.each<readonly [claim: string, change: () => void, text: string]>([
    [
      "a source of the same length",
      () => writeCommand(`terminal.stdout.write(one + ":" + argv.join()); return 3;`),
      "3: 1:",
    ],
    ["a package of the same length", () => writePackage("2"), "3: 2 "],
  ])("is made anew from %s", async (_claim, change, text) => {
    expect(await run()).toBe("3: 1 ");
    change();
    expect(await run()).toBe(text);
    expect(await run()).toBe(text);
    expect(listKept()).toHaveLength(3);
  });

  test.each(["command-count.cjs", "numbers.cjs", "count.code"])(
    "is made anew where %s has lost its end",
    async (name) => {
      await run();
      truncateSync(join(cache, name), 1000);
      expect(await run()).toBe("3: 1 ");
    },
  );

  test("may be made by two at once", async () => {
    expect(await Promise.all([run(), run(), run()])).toEqual(["3: 1 ", "3: 1 ", "3: 1 "]);
    expect(listKept()).toHaveLength(3);
  });

  test("is missed by nobody where it cannot be written", async () => {
    writeFileSync(join(root, "node_modules/.cache"), "");
    expect(await run()).toBe("3: 1 ");
  });

  test("of a process that was killed long ago is swept away", async () => {
    mkdirSync(cache, { recursive: true });
    writeLongAgo(join(cache, "count.code.1.draft"), "");
    writeFileSync(join(cache, "count.code.2.draft"), "");
    await run();
    expect(listKept().filter((name) => name.endsWith(".draft"))).toEqual(["count.code.2.draft"]);
  });
});

describe("a signal", () => {
  const LAST_WORDS = `terminal.setLastWords({ stream: "stdout", text: "as it was" });`;
  const FOREVER = `terminal.stdout.write("busy\\n"); for (;;) ;`;

  test.each<readonly [NodeJS.Signals, string, Partial<Ended>]>([
    ["SIGINT", LAST_WORDS, { code: 130, text: "busy\nas it was\n" }],
    ["SIGTERM", LAST_WORDS, { code: 143, text: "busy\nas it was\n" }],
    [
      "SIGINT",
      `terminal.setLastWords({ stream: "stderr", text: "Stopped.", exitCode: 0 });`,
      { code: 0, text: "busy\nStopped.\n" },
    ],
    ["SIGINT", "", { signal: "SIGINT", text: "busy\n" }],
  ])("%s ends work that never lets go, after: %s", async (signal, words, want) => {
    writeCommand(words + FOREVER);
    const { spoke, child, ended } = start();
    await spoke;
    child.kill(signal);
    expect(await ended).toMatchObject(want);
  });

  test("waits for what must not be cut, and tells what is true then", async () => {
    const go = join(root, "go");
    writeCommand(`${LAST_WORDS}
      terminal.withoutInterrupt(() => {
        terminal.stdout.write("moves\\n");
        while (!existsSync(${JSON.stringify(go)}));
        terminal.setLastWords({ stream: "stdout", text: "moved" });
      });
      ${FOREVER}`);
    const { spoke, child, ended } = start();
    await spoke;
    child.kill("SIGINT");
    // The signal is with the process before the file is there.
    writeFileSync(go, "");
    const { code, text } = await ended;
    expect({ code, text: text.replace("busy\n", "") }).toEqual({ code: 130, text: "moves\nmoved\n" });
  });

  test("that was first keeps what must not be cut from beginning", async () => {
    writeCommand(`${LAST_WORDS}
      process.kill(process.pid, "SIGINT");
      terminal.stdout.write("busy\\n");
      for (;;) terminal.withoutInterrupt(() => existsSync("/"));`);
    const { ended } = start();
    expect(await ended).toMatchObject({ code: 130 });
  });
});

test("a fault of the program is shown as one", async () => {
  writeCommand(`throw new RangeError("a bug");`);
  const { code, text } = await start().ended;
  expect(code).toBe(1);
  expect(text).toMatch(/RangeError.*: a bug\n +at /);
  expect(existsSync(join(cache, "count.code"))).toBe(false);
});
