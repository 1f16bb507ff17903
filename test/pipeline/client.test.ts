import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { renderClient } from "../../scripts/pipeline/client/index.js";
import { placeOf } from "../../scripts/pipeline/client/mechanism.js";
import { readWire } from "../../scripts/pipeline/wire.js";

const render = (title = "Corner Shop", hasMethods = true) => renderClient({ title, hasMethods });

describe("a client that stands by itself", async () => {
  const { files, wire, drafts } = await render();
  const all = new Map([...files, ...drafts, ...readWire(wire)]);
  const imported = [...all].flatMap(([file, text]) =>
    ts.preProcessFile(text).importedFiles.map(({ fileName }) => [file, fileName] as const),
  );

  test("imports its own files, what is generated beside it, and openapi-fetch alone", () => {
    const generated = new Set(["operations.ts", "schema.ts", "runtime.ts"]);
    const missing = imported
      .filter(([, name]) => name.startsWith("."))
      .map(([file, name]) => posix.join(posix.dirname(file), name.replace(/\.js$/, ".ts")))
      .filter((file) => !all.has(file) && !generated.has(file));
    expect(missing).toEqual([]);
    const foreign = imported.map(([, name]) => name).filter((name) => !name.startsWith("."));
    expect([...new Set(foreign)]).toEqual(["openapi-fetch"]);
  });

  test.each([...all])("%s knows nobody's API", (_file, text) => {
    expect(text).not.toMatch(/jetemail|transactional/i);
  });

  test("has a policy of its owner's, in which every field stands with its words and is not set", () => {
    const policy = drafts.get("policy.ts") ?? "";
    const fields = [...policy.matchAll(/^ {2}\/\/ (\w+): .+,$/gm)].map(([, name]) => name);
    expect(fields).toHaveLength(8);
    expect(policy.match(/^ {2}\/\/ [A-Z].+\.$/gm)).toHaveLength(8);
    expect(policy).not.toMatch(/^ {2}\w/m);
  });
});

test.each([
  ["Corner Shop", "corner-shop-client"],
  ['Büro "x" */ `${1}`', "bu-ro-x-1-client"],
  ["東京", "api-client"],
])("the errors of %s are those of %s", async (title, name) => {
  const { files } = await render(title);
  expect(files.get("client/client-name.ts")).toContain(`CLIENT_NAME = "${name}"`);
});

test("operations without named methods are no type of the client", async () => {
  expect((await render("x", false)).files.get("index.ts")).not.toContain("Methods");
  expect((await render("x", true)).files.get("index.ts")).toContain("typeof operations, Methods>");
});

test.each([
  ["errors.ts", "client/errors.ts"],
  ["transport/gate/gate.ts", "client/transport/gate/gate.ts"],
  ["wire/body/body.js", "wire/body/body.js"],
  ["../generated/runtime.js", "runtime.js"],
])("%s of src/ stands at %s", (file, place) => {
  expect(placeOf(file)).toBe(place);
});
