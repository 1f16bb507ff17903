import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import manifest from "../../scripts/package.json" with { type: "json" };
import { installDocuments } from "../real-documents/packages.js";
import { install, makeProject, npx, start, startFile } from "./project.js";

// The first ten minutes of somebody who has an OpenAPI document and nothing else.

const packages = join(installDocuments(), "node_modules");
let project: string;

const received: {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}[] = [];

/** By path: what the API answers. */
const ANSWERS: Readonly<Record<string, readonly [status: number, type: string, body: unknown]>> = {
  "/v2/orders": [201, "application/json", { id: "o-1", article: "AB1234", count: 2 }],
  "/v2/orders/o-1": [200, "application/json", { id: "o-1", article: "AB1234", count: 0 }],
  "/v2/orders/o-2": [409, "application/problem+json", { title: "Sold out", detail: "None is left." }],
  "/health": [200, "application/json", { is_healthy: true }],
  "/user": [200, "application/json", { object: "user" }],
};

const server = createServer(({ method, url, headers }, response) => {
  received.push({ method, url, headers });
  const [status, type, body] = ANSWERS[url ?? ""] ?? [404, "application/json", {}];
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(body));
});
let origin: string;

beforeAll(async () => {
  project = makeProject({
    "openapi.yaml": "test/tool/shop.yaml",
    "blocks.yaml": join(packages, "@blockfrost/openapi/openapi.yaml"),
    "books.json": join(packages, "@gitbook/api/spec/openapi.json"),
  });
  install(project, inject("tarball"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has such an address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(project, { recursive: true, force: true });
});

const generate = (document: string, out: string, ...flags: readonly string[]) =>
  start(project, "generate", document, "--out", out, "--client", ...flags);

test("npx finds the tool, which says its version and what it can do", () => {
  expect(npx(project, "openapi-proof", "--version")).toBe(`${manifest.version}\n`);
  expect(npx(project, "openapi-proof", "--help")).toMatch(/^Usage: npx openapi-proof COMMAND/);
});

test.each([
  ["a document of OpenAPI 3.1 with an apiKey and problem details", "openapi.yaml", "src/shop"],
  ["one of OpenAPI 3.0", "blocks.yaml", "src/blocks"],
  ["one of 1.7 MB", "books.json", "src/books"],
])("a client is made of %s", async (_name, document, out) => {
  expect(await generate(document, out)).toMatchObject({ status: 0 });
  expect(readFileSync(join(project, out, "index.ts"), "utf8")).toContain("export function createClient(");
});

/** What each of the clients is called with, and what comes of it. */
const PROGRAM = `
import { createClient as createShop, ClientError, isClientError } from "./src/shop/index.js";
import { createClient as createBlocks } from "./src/blocks/index.js";
import { createClient as createBooks, isClientError as isBooksError } from "./src/books/index.js";

const origin: string = ORIGIN;
const shop = createShop({ baseUrl: origin + "/v2", apiKey: "k-1234567890" });
const blocks = createBlocks({ baseUrl: origin });
const books = createBooks({ baseUrl: origin, apiKey: "k-1234567890" });

export const told: Record<string, unknown> = {};
const tell = async (name: string, call: Promise<unknown>): Promise<void> => {
  told[name] = await call.catch((error: unknown) =>
    isClientError(error) || isBooksError(error) ? [error.name, error.code, error.message] : String(error));
};
const { id } = await shop.createOrder({ body: { article: "AB1234", count: 2 } });
told["id"] = id;
// @ts-expect-error: an order says how many
await tell("request", shop.createOrder({ body: { article: "AB1234" } }));
await tell("pattern", shop.createOrder({ body: { article: "ab", count: 1 } }));
await tell("response", shop.getOrder({ params: { path: { orderId: "o-1" } } }));
await tell("problem", shop.getOrder({ params: { path: { orderId: "o-2" } } }));
await tell("health", blocks.getHealth());
await tell("user", books.getAuthenticatedUser());
told["own"] = [isBooksError(new ClientError("x")), isClientError(new ClientError("x"))];
declare const console: { log(text: string): void };
console.log(JSON.stringify(told));
`;

test("all of them compile under tsc --strict, and hold each call to its document", async () => {
  writeFileSync(join(project, "app.ts"), PROGRAM.replace("ORIGIN", JSON.stringify(origin)));
  const compiled = await startFile(project, "node_modules/typescript/bin/tsc", "--pretty", "false");
  expect(compiled).toMatchObject({ stdout: "", status: 0 });
  const { stdout, stderr } = await startFile(project, "out/app.js");
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    id: "o-1",
    request: ["RequestValidationError", "request_validation", "createOrder: not sent: count is required"],
    pattern: [
      "RequestValidationError",
      "request_validation",
      expect.stringMatching(/^createOrder: not sent: article: must match /),
    ],
    response: [
      "ResponseValidationError",
      "response_validation",
      expect.stringContaining("count: must be at least 1"),
    ],
    problem: ["ApiError", "api", expect.stringContaining("status 409: Sold out: None is left.")],
    health: { is_healthy: true },
    user: ["ResponseValidationError", "response_validation", expect.stringContaining("getAuthenticatedUser")],
    own: [false, true],
  });
  expect(received[0]).toMatchObject({
    method: "POST",
    url: "/v2/orders",
    headers: { "x-shop-key": "k-1234567890" },
  });
  expect(received.filter(({ method }) => method === "POST")).toHaveLength(1);
});

test("policy.ts is its owner's: another run leaves it, and a check is content with it", async () => {
  const policy = join(project, "src/shop/policy.ts");
  appendFileSync(policy, "// Ours.\n");
  expect(await generate("openapi.yaml", "src/shop")).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(policy, "utf8")).toMatch(/\/\/ Ours\.\n$/);
  expect(await start(project, "check", "openapi.yaml", "--out", "src/shop", "--client")).toMatchObject({
    status: 0,
  });
});

describe("exit codes", () => {
  test("1 where a generated file is not what the document gives", async () => {
    appendFileSync(join(project, "src/shop/client/http.ts"), "// Changed.\n");
    const checked = await start(project, "check", "openapi.yaml", "--out", "src/shop", "--client");
    expect(checked.status).toBe(1);
    expect(checked.stdout).toMatch(/^src\/shop\/client\/http\.ts:\d+ {2}stale$/m);
  });

  test("1 where the document is at fault, with its place", async () => {
    writeFileSync(join(project, "broken.yaml"), "openapi: 3.1.0\ninfo: [\n");
    const { status, stderr } = await start(project, "lint", "broken.yaml");
    rmSync(join(project, "broken.yaml"));
    expect(stderr).toMatch(/^broken\.yaml:3:1 error syntax\n/);
    expect(status).toBe(1);
  });

  test.each([
    [["genrate"], "There is no command genrate. Did you mean generate?\nSee: npx openapi-proof --help\n"],
    [["generate", "--bogus"], "Unknown option '--bogus'\nSee: npx openapi-proof generate --help\n"],
    [
      ["diff", "a", "b", "c"],
      "BASE and HEAD are two sides, and a third is named\nSee: npx openapi-proof diff --help\n",
    ],
    [["init"], /^there are several documents, name one: blocks\.yaml, books\.json, openapi\.yaml\nSee: /],
  ])("2 for %j", async (args, text) => {
    const { status, stderr } = await start(project, ...args);
    expect(stderr).toMatch(text);
    expect(status).toBe(2);
  });
});

test("init writes the settings, and generate and diff need no words after it", async () => {
  expect(await start(project, "init", "openapi.yaml", "--out", "src/shop")).toMatchObject({
    status: 0,
    stderr: "",
  });
  expect(readFileSync(join(project, "redocly.yaml"), "utf8")).toContain(
    "x-openapi-proof:\n      output: src/shop\n",
  );
  expect(await start(project, "generate")).toMatchObject({ status: 0, stderr: "" });
  expect(await start(project, "check")).toMatchObject({ status: 0, stderr: "" });
  const old = readFileSync(join(project, "openapi.yaml"), "utf8");
  writeFileSync(join(project, "new.yaml"), old.replace("maximum: 99", "maximum: 9"));
  const { status, stdout } = await start(project, "diff", "openapi.yaml", "new.yaml");
  expect(stdout).toContain("count");
  expect(status).toBe(1);
});

test("the library generates and reviews, and prints nothing", async () => {
  writeFileSync(
    join(project, "library.mjs"),
    `import { generate, review } from "openapi-proof";
const { ok, states } = await generate({ document: "openapi.yaml", output: "src/shop", client: true, check: true });
const { level, changes } = await review("openapi.yaml", "new.yaml");
console.log(JSON.stringify([ok, states.every(({ state }) => state === "unchanged"), level, changes.length]));`,
  );
  const { stdout, stderr } = await startFile(project, "library.mjs");
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([true, true, "major", 1]);
});

test("the library's declarations stand by themselves", async () => {
  writeFileSync(
    join(project, "library.mts"),
    `import { generate, review, BrokenSide, type Review } from "openapi-proof";
export const level = (await review("a", "b")).level satisfies Review["level"];
export const { ok } = await generate({ document: "a", output: "b", lint: undefined });
export const read = (error: unknown): readonly string[] =>
  error instanceof BrokenSide ? error.problems.map(({ file, line }) => file + line) : [];\n`,
  );
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022"];
  const { stdout } = await startFile(project, "node_modules/typescript/bin/tsc", ...flags, "library.mts");
  expect(stdout).toBe("");
});

describe("the tarball", () => {
  test("is clean to publint", async () => {
    const { messages } = await publint({ pkgDir: join(project, "node_modules/openapi-proof"), strict: true });
    expect(messages).toEqual([]);
  });

  test("is clean to attw", async () => {
    const attw = join(process.cwd(), "node_modules/@arethetypeswrong/cli/dist/index.js");
    const flags = ["--profile", "esm-only", "--exclude-entrypoints", "redocly-plugin", "--format", "ascii"];
    expect(await startFile(project, attw, inject("tarball"), ...flags)).toMatchObject({ status: 0 });
  });
});
