// The recipe of the README, in two processes against a real Redis.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startHostileServer } from "../client/hostile-server.js";
import { installFromDebian } from "./install.js";

if (process.argv.includes("--help")) {
  console.log(
    "npm run test:redis\nRuns the recipe for several processes against a Redis, which it installs from Debian.",
  );
  process.exit(0);
}

const port = await findFreePort();
const folder = mkdtempSync(join(tmpdir(), "jetemail-redis-"));
const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
const redis = spawn(installFromDebian("redis-server", "redis-server"), options, {
  stdio: ["ignore", "pipe", "inherit"],
});
const server = await startHostileServer();
try {
  await new Promise<void>((resolve) => {
    redis.stdout.on("data", (chunk) => String(chunk).includes("Ready to accept connections") && resolve());
  });

  const budget = `${server.origin}/ok/${crypto.randomUUID()}`;
  const both = (await Promise.all([work(budget, "budget", 100), work(budget, "budget", 100)])).flat();
  assert.equal(await countRequests(budget), 120);
  assert.equal(both.filter((outcome) => outcome === "sent").length, 120);
  assert.equal(both.filter((outcome) => outcome === "rate_limit 0").length, 80);
  console.log(
    "✓ two processes share one budget: 200 calls at once, 120 sent, 80 refused before they were sent",
  );

  const block = `${server.origin}/limited-300/${crypto.randomUUID()}`;
  assert.deepEqual(await work(block, "block", 1), ["rate_limit 1"]);
  assert.deepEqual(
    await work(block, "block", 5),
    Array.from({ length: 5 }, () => "rate_limit 0"),
  );
  assert.equal(await countRequests(block), 1);
  console.log("✓ a 429 in one process closes the gate in the other");
} finally {
  await server.close();
  redis.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function work(baseUrl: string, account: string, calls: number): Promise<string[]> {
  const args = [
    "--import",
    "tsx",
    "test/client/recipes/redis-worker.ts",
    `redis://127.0.0.1:${port}`,
    baseUrl,
    account,
    String(calls),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 30_000 });
  return JSON.parse(stdout);
}

async function countRequests(baseUrl: string): Promise<number> {
  const received: unknown[] = await (await fetch(`${server.origin}/log/${baseUrl.split("/").at(-1)}`)).json();
  return received.length;
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  // A TCP server has an address object, not a pipe's name.
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
