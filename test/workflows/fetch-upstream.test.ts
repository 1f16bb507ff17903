import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCommand } from "./start-command.js";

const answers: Readonly<Record<string, readonly [number, string]>> = {
  "/good": [200, '{"openapi":"3.0.0"}'],
  "/page": [200, "<!doctype html>"],
  "/other": [200, "[]"],
  "/gone": [404, '{"openapi":"3.0.0"}'],
};
const folder = mkdtempSync(join(tmpdir(), "jetemail-client-upstream-"));
const server = createServer((request, response) => {
  const [status, body] = answers[request.url ?? ""] ?? [500, ""];
  response.writeHead(status).end(body);
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has such an address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("saves the document as it is served", async () => {
  const out = join(folder, "good.json");
  const { code } = await startCommand("fetch-upstream", ["--url", `${origin}/good`, "--out", out]);
  expect(code).toBe(0);
  expect(readFileSync(out, "utf8")).toBe('{"openapi":"3.0.0"}');
});

test.each([
  ["/page", "is not JSON"],
  ["/other", "is no OpenAPI document"],
  ["/gone", "cannot be read"],
])("%s: saves nothing, because it %s", async (path, problem) => {
  const out = join(folder, "bad.json");
  const ended = await startCommand("fetch-upstream", ["--url", `${origin}${path}`, "--out", out]);
  expect(ended).toEqual({ code: 1, stdout: "", stderr: `${origin}${path} ${problem}\n` });
  expect(readdirSync(folder)).not.toContain("bad.json");
});

test.each([[["--url", "nowhere", "--out", "x"]], [[]]])("%j is wrong usage", async (args) => {
  expect((await startCommand("fetch-upstream", args)).code).toBe(2);
});
