import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import manifest from "../../scripts/package.json" with { type: "json" };
import { compilers, installTools } from "../consumers/install.js";
import { installRuntimes } from "../runtimes/install.js";
import { install, makeProject, startFile, startOn } from "./project.js";

// Every Node and every TypeScript that may stand beside it.

let project: string;
const server = createServer((_request, response) => {
  const order = { id: "o-1", article: "AB1234", count: 2 };
  response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(order));
});
let origin: string;

const PROGRAM = `import { createClient, isClientError } from "./src/shop/index.js";
import { isOrder } from "./src/shop/validators.js";
declare const process: { readonly argv: readonly string[] };
declare const console: { log(text: string): void };
const shop = createClient({ baseUrl: process.argv[2], apiKey: "k-1234567890" });
const order = await shop.createOrder({ body: { article: "AB1234", count: 2 } });
const id: string = order.id;
// @ts-expect-error: an order says how many
const refused = await shop.createOrder({ body: { article: "AB1234" } }).catch((error: unknown) =>
  isClientError(error) ? error.code : error);
console.log(JSON.stringify([id, isOrder(order), refused]));
`;

const LIBRARY = `import { generate, review } from "openapi-proof";
const { ok } = await generate({ document: "openapi.yaml", output: "src/shop", client: true, check: true });
const { level } = await review("openapi.yaml", "new.yaml");
console.log(JSON.stringify([ok, level]));
`;

beforeAll(async () => {
  project = makeProject({ "openapi.yaml": "test/tool/shop.yaml" });
  install(project, inject("tarball"));
  writeFileSync(join(project, "app.ts"), PROGRAM);
  writeFileSync(join(project, "library.mjs"), LIBRARY);
  const document = readFileSync(join(project, "openapi.yaml"), "utf8");
  writeFileSync(join(project, "new.yaml"), document.replace("maximum: 99", "maximum: 9"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has such an address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await startOn(process.execPath, project, TOOL, ...GENERATE);
  await startFile(project, "node_modules/typescript/bin/tsc");
});

afterAll(() => {
  server.close();
  rmSync(project, { recursive: true, force: true });
});

const TOOL = "node_modules/openapi-proof/dist/openapi-proof.mjs";
const GENERATE = ["generate", "openapi.yaml", "--out", "src/shop", "--client"];

const NODENEXT = { module: "nodenext" };
const BUNDLER = { module: "esnext", moduleResolution: "bundler" };

describe("what was generated compiles", () => {
  test.each([
    ...Object.keys(compilers).map((name) => [name, "nodenext", NODENEXT] as const),
    ["5.4", "bundler", BUNDLER] as const,
    ["7.0", "bundler", BUNDLER] as const,
  ])("with TypeScript %s, %s", async (name, resolution, options) => {
    const config = join(project, `tsconfig.${name}-${resolution}.json`);
    const compilerOptions = { ...options, noEmit: true, skipLibCheck: false, skipDefaultLibCheck: true };
    const settings = { extends: "./tsconfig.json", compilerOptions, include: ["src", "app.ts"] };
    writeFileSync(config, JSON.stringify(settings));
    const tsc = join(installTools(), `node_modules/typescript-${name}/bin/tsc`);
    const compiled = await startFile(project, tsc, "-p", config, "--pretty", "false");
    expect(compiled).toMatchObject({ stdout: "", status: 0 });
  });
});

/** The Node that runs the tests, and where it can be installed by npm the others. */
function listNodes(): readonly (readonly [name: string, findNode: () => string])[] {
  const own = [[`${process.version}, this one`, () => process.execPath]] as const;
  if (process.platform !== "linux" || process.arch !== "x64") return own;
  const others = ["node22", "node24"].map(
    (name) => [name, () => join(installRuntimes(), `node_modules/${name}/bin/node`)] as const,
  );
  return [...own, ...others];
}

describe.each(listNodes())("%s", (_name, findNode) => {
  const start = (file: string, ...args: readonly string[]) => startOn(findNode(), project, file, ...args);

  test("runs the tool: version, generate, check, lint, diff", async () => {
    expect(await start(TOOL, "--version")).toEqual({
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: "",
    });
    rmSync(join(project, "src/shop/schema.ts"));
    expect((await start(TOOL, "check", ...GENERATE.slice(1))).stdout).toContain(
      "src/shop/schema.ts  missing\n",
    );
    expect((await start(TOOL, ...GENERATE)).stdout).toContain("src/shop/schema.ts  written\n");
    expect(await start(TOOL, "check", ...GENERATE.slice(1))).toMatchObject({ status: 0, stderr: "" });
    expect(await start(TOOL, "lint", "openapi.yaml")).toMatchObject({ status: 0 });
    const { status, stdout } = await start(TOOL, "diff", "openapi.yaml", "new.yaml");
    expect(stdout).toContain("count");
    expect(status).toBe(1);
  });

  test("runs the library", async () => {
    expect(await start("library.mjs")).toEqual({ status: 0, stdout: '[true,"major"]\n', stderr: "" });
  });

  test("runs the client that was generated", async () => {
    const said = '["o-1",true,"request_validation"]\n';
    expect(await start("out/app.js", origin)).toEqual({ status: 0, stdout: said, stderr: "" });
  });
});
