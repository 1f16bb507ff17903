import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../scripts/commands/fetch-upstream.js";
import { runCommand } from "../commands/run-command.js";

const answers: Readonly<Record<string, readonly [number, string]>> = {
  "/good": [200, '{"openapi":"3.0.0"}'],
  "/page": [200, "<!doctype html>"],
  "/other": [200, "[]"],
  "/cut": [200, "{"],
  "/large": [200, " ".repeat(20 * 2 ** 20 + 1)],
  "/gone": [404, '{"openapi":"3.0.0"}'],
};
const folder = mkdtempSync(join(tmpdir(), "jetemail-client-upstream-"));
const server = createServer((request, response) => {
  const [status, body] = answers[request.url ?? ""] ?? [500, ""];
  // A length that is not kept, as when a connection is lost.
  const isCut = request.url === "/cut";
  response.writeHead(status, isCut ? { "content-length": 1000 } : {});
  if (isCut) response.write(body, () => response.destroy());
  else response.end(body);
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
  const { status } = await runCommand(run, ["--url", `${origin}/good`, "--out", out]);
  expect(status).toBe(0);
  expect(readFileSync(out, "utf8")).toBe('{"openapi":"3.0.0"}');
});

test.each([
  ["/page", "is not JSON"],
  ["/other", "is not an OpenAPI document: it has no field `openapi`"],
  ["/gone", "was answered with status 404"],
  ["/cut", "broke off before its end"],
  ["/large", "is larger than 20 MiB"],
])("%s: saves nothing, because it %s", async (path, problem) => {
  const out = join(folder, "bad.json");
  const ended = await runCommand(run, ["--url", `${origin}${path}`, "--out", out]);
  expect(ended).toEqual({ status: 1, stdout: "", stderr: `${origin}${path} ${problem}\n` });
  expect(readdirSync(folder)).not.toContain("bad.json");
});

test("a provider that cannot be reached is one line", async () => {
  const url = "http://127.0.0.1:1/openapi.json";
  const ended = await runCommand(run, ["--url", url, "--out", join(folder, "bad.json")]);
  expect(ended).toEqual({ status: 1, stdout: "", stderr: `${url} cannot be reached\n` });
});
