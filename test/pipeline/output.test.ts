import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  compareOutput,
  MARK,
  OutputError,
  protectFiles,
  writeOutput,
} from "../../scripts/pipeline/output.js";

const files = new Map([
  ["a.ts", `${MARK}export const a = 1;\n`],
  ["openapi.json", "{}\n"],
]);

let root = "";
let out = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "output-"));
  out = join(root, "deep", "generated");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const states = (found: readonly { file: string; state: string }[]) =>
  found.map(({ file, state }) => `${file} ${state}`);

test("a folder that does not exist is made with all files and nothing beside it", () => {
  expect(states(writeOutput(files, out))).toEqual(["a.ts missing", "openapi.json missing"]);
  expect(readdirSync(out).toSorted()).toEqual(["a.ts", "openapi.json"]);
  expect(readdirSync(join(root, "deep"))).toEqual(["generated"]);
  expect(states(writeOutput(files, out))).toEqual(["a.ts unchanged", "openapi.json unchanged"]);
});

test("what an earlier run wrote is removed, and what somebody else put there stays", () => {
  writeOutput(new Map([...files, ["old.ts", `${MARK}export {};\n`]]), out);
  writeFileSync(join(out, "mine.ts"), "export const mine = true;\n");
  writeFileSync(join(out, "notes.md"), "Mine too.\n");
  expect(states(compareOutput(files, out))).toContain("old.ts extra");
  writeOutput(files, out);
  expect(readdirSync(out).toSorted()).toEqual(["a.ts", "mine.ts", "notes.md", "openapi.json"]);
});

test("the folder of what is copied is written, compared and removed with all that it holds", () => {
  const copied = [...files, ["wire/body/b.ts", `${MARK}export {};\n`]] as const;
  expect(states(writeOutput(new Map(copied), out))).toContain("wire/body/b.ts missing");
  expect(states(compareOutput(new Map(copied), out))).toContain("wire/body/b.ts unchanged");
  expect(states(compareOutput(files, out))).toContain("wire/body/b.ts extra");
  writeOutput(files, out);
  expect(readdirSync(out).toSorted()).toEqual(["a.ts", "openapi.json"]);
});

test("what somebody else put into that folder stays, and is not replaced", () => {
  mkdirSync(join(out, "wire"), { recursive: true });
  writeFileSync(join(out, "wire", "mine.ts"), "export {};\n");
  writeOutput(new Map([...files, ["wire/b.ts", `${MARK}export {};\n`]]), out);
  writeOutput(files, out);
  expect(readdirSync(join(out, "wire"))).toEqual(["mine.ts"]);
  expect(() => protectFiles(["wire/mine.ts"], out, [])).toThrow(
    /wire[\\/]mine\.ts was not written by an earlier run/,
  );
});

test("a comparison names the first differing line of each side and writes nothing", () => {
  writeOutput(files, out);
  writeFileSync(join(out, "a.ts"), `${MARK}export const a = 2;\n`);
  writeFileSync(join(out, "openapi.json"), "{}\nmore\n");
  expect(compareOutput(files, out)).toEqual([
    {
      file: "a.ts",
      state: "stale",
      difference: { line: 2, expected: "export const a = 1;", found: "export const a = 2;" },
    },
    { file: "openapi.json", state: "stale", difference: { line: 2, expected: "", found: "more" } },
  ]);
  expect(readFileSync(join(out, "openapi.json"), "utf8")).toBe("{}\nmore\n");
});

test("a file that cannot be replaced leaves all others as they were", () => {
  writeOutput(files, out);
  mkdirSync(join(out, "z.ts"));
  const before = readFileSync(join(out, "a.ts"), "utf8");
  const next = new Map([
    ["a.ts", `${MARK}export const a = 2;\n`],
    ["z.ts", `${MARK}export {};\n`],
  ]);
  expect(() => writeOutput(next, out)).toThrow(OutputError);
  expect(readFileSync(join(out, "a.ts"), "utf8")).toBe(before);
  expect(readdirSync(join(root, "deep"))).toEqual(["generated"]);
});

test.each([
  ["a file in the folder's place", () => (writeFileSync(join(root, "deep"), ""), out)],
  ["a folder that nobody can make", () => "/proc/generated"],
])("%s is one message", (_name, makeFolder) => {
  const folder = makeFolder();
  expect(() => writeOutput(files, folder)).toThrow(OutputError);
  expect(() => writeOutput(files, folder)).toThrow(/^.*generated: .*\. Nothing was changed\.$/);
});

const DOCUMENT = new Map([["openapi.json", "{}\n"]]);
const VALIDATORS = ["validators.ts", MARK] as const;
const messageOf = (action: () => void): string => {
  try {
    action();
    return "nothing";
  } catch (error) {
    return String(error);
  }
};
const FOREIGN = "was not written by an earlier run";

test.each([
  ["a file without the mark is somebody else's", files, [["a.ts", "mine\n"]], [], FOREIGN],
  ["a file with the mark is ours", files, [["a.ts", MARK]], [], "nothing"],
  ["openapi.json alone is somebody else's", DOCUMENT, [["openapi.json", "[]"]], [], FOREIGN],
  [
    "openapi.json beside our validators is ours",
    DOCUMENT,
    [["openapi.json", "[]"], VALIDATORS],
    [],
    "nothing",
  ],
  [
    "the document itself is never replaced",
    DOCUMENT,
    [["openapi.json", "[]"], VALIDATORS],
    ["openapi.json"],
    "is a file of the document",
  ],
] as const)("%s", (_, written, there, sources, refusal) => {
  mkdirSync(out, { recursive: true });
  for (const [file, text] of there) writeFileSync(join(out, file), text);
  const protect = () =>
    protectFiles(
      written.keys(),
      out,
      sources.map((file) => join(out, file)),
    );
  expect(messageOf(protect)).toContain(refusal);
});

test("a folder that is there is written from inside, because it may be mounted", () => {
  mkdirSync(out, { recursive: true });
  const before = statSync(join(root, "deep"), { bigint: true }).mtimeNs;
  writeOutput(files, out);
  expect(statSync(join(root, "deep"), { bigint: true }).mtimeNs).toBe(before);
  expect(readdirSync(out).toSorted()).toEqual(["a.ts", "openapi.json"]);
});

test.each([
  ["a folder of the system", () => "/proc/generated", "is a folder of the system"],
  [
    "a file in the folder's place",
    () => (writeFileSync(join(root, "file"), ""), join(root, "file")),
    "a file stands",
  ],
])("%s is refused before anything is written", (_claim, folder, refusal) => {
  expect(messageOf(() => protectFiles(files.keys(), folder(), []))).toContain(refusal);
});

test("a link to a folder stays a link", () => {
  mkdirSync(join(root, "real"));
  symlinkSync(join(root, "real"), join(root, "link"));
  writeOutput(files, join(root, "link"));
  expect(readdirSync(join(root, "real")).toSorted()).toEqual(["a.ts", "openapi.json"]);
});
