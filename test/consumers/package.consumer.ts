import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packPackage } from "../package/pack.js";
import { bundlers } from "./bundlers.js";
import { installTools, makeProject } from "./install.js";
import { scripts } from "./programs.js";
import { compilations, type Compilation } from "./rows.js";

let tools: string;
let plain: string;
let withNodeTypes: string;
let tested: string;

/** A loopback server that does what it is asked, and remembers the keys it was asked with. */
const received: (string | undefined)[] = [];
const server = createServer((request, response) => {
  received.push(request.headers.authorization);
  response.writeHead(200, { "content-type": "application/json" });
  request.resume().once("end", () => response.end('{"success":true,"message":"updated"}'));
});
let origin: string;

beforeAll(async () => {
  const tarball = packPackage();
  tools = installTools();
  plain = makeProject(tarball, []);
  withNodeTypes = makeProject(tarball, ["@types/node@20.19.43"]);
  tested = makeProject(tarball, ["jest@30.5.2", "msw@2.9.0"]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has such an address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  for (const folder of [plain, withNodeTypes, tested]) rmSync(folder, { recursive: true, force: true });
});

/** What the compiler prints, a line a complaint. */
async function compile(
  { compiler, file, hasNodeTypes, options }: Compilation,
  id: number,
): Promise<string[]> {
  const project = hasNodeTypes ? withNodeTypes : plain;
  const config = join(project, `tsconfig.${id}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files: [file] }));
  const tsc = join(tools, `node_modules/typescript-${compiler}/bin/tsc`);
  return await new Promise((resolve) => {
    execFile(
      process.execPath,
      [tsc, "-p", config, "--pretty", "false"],
      { cwd: project },
      (error, stdout) => {
        const lines = stdout.split(/\r?\n/).filter((line) => /error TS/.test(line));
        resolve(error === null || lines.length > 0 ? lines : [String(error)]);
      },
    );
  });
}

/** Runs a program that calls the API at the loopback server. @returns what it prints. */
async function start(file: string): Promise<string> {
  // `require()` of a module warns before Node 22.13: experimental there, and supported.
  const { stdout } = await promisify(execFile)(process.execPath, ["--no-warnings", file, origin]);
  return stdout.trim();
}

describe.concurrent("TypeScript", () => {
  test.each(compilations.map((row, id) => [row.compiler, row.name, row, id] as const))(
    "%s: %s",
    async (_compiler, _name, row, id) => {
      const lines = await compile(row, id);
      const { complaint } = row;
      expect(lines.filter((line) => complaint?.test(line) !== true)).toEqual([]);
      expect(lines.length > 0).toBe(complaint !== undefined);
    },
  );
});

describe.concurrent("Node", () => {
  test.each(Object.keys(scripts))("%s updates a key", async (script) => {
    expect(await start(join(plain, script))).toBe("updated");
    expect(received).toContain("Bearer api_a1b2c3d4");
  });
});

describe.concurrent("bundled", () => {
  test.each(Object.entries(bundlers))("by %s, the program updates a key", async (_name, makeBundle) => {
    const bundle = await makeBundle(plain, tools, "import.mjs");
    expect(await start(bundle)).toBe("updated");
  });
});

describe.concurrent("tested", () => {
  test("with Jest, a client takes a fetch of the test's own", async () => {
    const jest = join(tested, "node_modules/jest/bin/jest.js");
    const flags = ["--no-warnings", "--experimental-vm-modules", jest, "--testMatch", "**/stub.test.mjs"];
    const { stderr } = await promisify(execFile)(process.execPath, flags, { cwd: tested });
    expect(stderr).toContain("1 passed, 1 total");
  });

  test("with msw, a client without a fetch of its own is answered", async () => {
    expect(await start(join(tested, "msw.mjs"))).toBe("mocked");
  });
});
