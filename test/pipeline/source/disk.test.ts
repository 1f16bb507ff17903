import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findLintConfig, sourceOnDisk } from "../../../scripts/pipeline/source/disk.js";
import { readTextFile } from "../../../scripts/pipeline/source/text-file.js";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "disk-"));
  mkdirSync(join(root, "package", "openapi"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const touch = (...path: string[]) => writeFileSync(join(root, ...path), "");
const find = () => findLintConfig(join(root, "package", "openapi", "openapi.yaml"));

test("the lint's configuration is the nearest at or above the document", () => {
  touch("redocly.yaml");
  expect(find()).toBe(join(root, "redocly.yaml"));
  touch("package", "redocly.yaml");
  expect(find()).toBe(join(root, "package", "redocly.yaml"));
  touch("package", "openapi", "redocly.yaml");
  expect(find()).toBe(join(root, "package", "openapi", "redocly.yaml"));
});

test.each(["package.json", ".git"])("what lies outside the root that %s marks has no say", (mark) => {
  touch("redocly.yaml");
  touch("package", mark);
  expect(find()).toBeUndefined();
});

test.each([
  ["openapi/openapi.yaml", resolve("redocly.yaml")],
  ["openapi/other.yaml", undefined],
  ["other.yaml", undefined],
])("the project's own rules count for its own document alone: %s", (file, config) => {
  expect(findLintConfig(file)).toBe(config);
});

const write = (name: string, bytes: string | Uint8Array): string => {
  const file = join(root, name);
  writeFileSync(file, bytes);
  return file;
};
const spec = () => join(root, "package", "openapi", "openapi.yaml");

describe("what is no text of a person is not read", () => {
  test.each<[claim: string, file: () => string, refusal: RegExp]>([
    ["a folder", () => root, /is a folder, and a file is needed$/],
    ["a device", () => "/dev/zero", /^\/dev\/zero is no file on a disk$/],
    ["a file of the system", () => "/proc/self/environ", /^\/proc\/self\/environ is no file on a disk$/],
    [
      "a link to one",
      () => (symlinkSync("/proc/self/environ", join(root, "link")), join(root, "link")),
      /is no file on a disk$/,
    ],
    ["what is not there", () => join(root, "none"), /none does not exist$/],
    ["UTF-16, by its mark", () => write("a", Buffer.from("\uFEFF{}", "utf16le")), /is written in UTF-16/],
    ["UTF-16, by its zeros", () => write("a", Buffer.from("{}", "utf16le")), /is written in UTF-16/],
    [
      "more than any document has",
      () => write("a", Buffer.alloc(50_000_001, 32)),
      /has 50 MB, and a file may/,
    ],
  ])("%s", async (_claim, file, refusal) => {
    await expect(readTextFile(file())).rejects.toThrow(refusal);
  });

  test("a socket is not waited for", async () => {
    const socket = join(root, "socket");
    const server = createServer().listen(socket);
    await once(server, "listening");
    await expect(readTextFile(socket)).rejects.toThrow("is no file on a disk");
    server.close();
  });

  test("text in UTF-8 is", async () => {
    expect(await readTextFile(write("a", "\uFEFFé\0"))).toBe("\uFEFFé\0");
  });
});

describe("references are read", () => {
  const files = { inside: "package/openapi/part.yaml", above: "package/part.yaml", outside: "part.yaml" };
  const read = async (file: keyof typeof files, options = {}): Promise<string> => {
    writeFileSync(join(root, files[file]), "text");
    return await sourceOnDisk(spec(), options).read(join(root, files[file]));
  };

  test("beside the document", async () => expect(await read("inside")).toBe("text"));
  test("not above it", async () => await expect(read("above")).rejects.toThrow("lies outside"));
  test("above it in its package", async () => {
    touch("package", "package.json");
    expect(await read("above")).toBe("text");
    await expect(read("outside")).rejects.toThrow("--allow-outside reads it");
  });
  test("anywhere when somebody says so", async () => {
    expect(await read("outside", { allowOutside: true })).toBe("text");
  });
  test("not through a link that leads out", async () => {
    touch("secret");
    symlinkSync(join(root, "secret"), join(root, "package", "openapi", "link.yaml"));
    const link = join(root, "package", "openapi", "link.yaml");
    await expect(sourceOnDisk(spec()).read(link)).rejects.toThrow("lies outside");
  });
  test("not from a folder that only begins alike", async () => {
    mkdirSync(join(root, "package", "openapi-2"));
    touch("package", "openapi-2", "part.yaml");
    const part = join(root, "package", "openapi-2", "part.yaml");
    await expect(sourceOnDisk(spec()).read(part)).rejects.toThrow("lies outside");
  });
});
