import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { World } from "../client/behaviours/behaviours.js";
import { installFromDebian } from "./install.js";
import { bundleEntry } from "./package.js";
import type { Results } from "./harness.js";

export type Places = {
  /** Where the runtimes are installed. */
  readonly runtimes: string;
  /** Where the package is installed. */
  readonly folder: string;
};
export type Settings = Omit<World, "library">;
export type Runtime = {
  readonly name: string;
  readonly run: (places: Places, world: Settings) => Promise<Results>;
};

const onProcess = (name: string, binary: string, ...args: string[]): Runtime => ({
  name,
  run: async ({ runtimes, folder }, world) => {
    const entry = await bundleEntry(folder, "entry-process", false);
    const output = await runProgram(
      join(runtimes, "node_modules", binary),
      [...args, entry, JSON.stringify(world)],
      folder,
    );
    const line = output.split("\n").find((text) => text.startsWith("RESULTS "));
    if (line === undefined) throw new Error(`${name} gave no results:\n${output}`);
    return JSON.parse(line.slice("RESULTS ".length));
  },
});

const workerd: Runtime = {
  name: "workerd",
  run: async ({ runtimes, folder }, world) => {
    const { Miniflare } = createRequire(join(runtimes, "package.json"))("miniflare");
    const script = readFileSync(await bundleEntry(folder, "entry-worker", true), "utf8");
    const worker = new Miniflare({ modules: true, script, compatibilityDate: "2026-03-01" });
    try {
      const ask = (path: string, body: object): Promise<Response> =>
        worker.dispatchFetch(`http://worker${path}`, { method: "POST", body: JSON.stringify(body) });
      const results: Results = await (await ask("/all", world)).json();
      const baseUrl = `${world.origin}/slow-200/${crypto.randomUUID()}`;
      const answers = await Promise.all(Array.from({ length: 12 }, () => ask("/one", { baseUrl })));
      const failed = answers.filter(({ status }) => status !== 200);
      const problem = failed.length > 0 ? `${failed.length} of 12: ${await failed[0]?.text()}` : null;
      return { ...results, "requests that share a gate do not end each other (workerd)": problem };
    } finally {
      await worker.dispose();
    }
  },
};

const chromium: Runtime = {
  name: "Chromium",
  run: async ({ runtimes }, world) => {
    const executablePath = installFromDebian("chromium", "chromium");
    const playwright = createRequire(join(runtimes, "package.json"))("playwright-core");
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    const browser = await playwright.chromium.launch({ executablePath, headless: true, args });
    try {
      const page = await browser.newPage();
      // Another origin than the API's, so that every call is a cross-origin one.
      await page.goto(
        `${world.elsewhere}/page#${encodeURIComponent(JSON.stringify({ ...world, isBrowser: true }))}`,
      );
      const results = await page.waitForFunction("globalThis.results", undefined, { timeout: 120_000 });
      return await results.jsonValue();
    } finally {
      await browser.close();
    }
  },
};

export const runtimes: readonly Runtime[] = [
  onProcess("Node 20", "node20/bin/node"),
  onProcess("Node 22", "node22/bin/node"),
  onProcess("Node 24", "node24/bin/node"),
  onProcess("Node 26", "node26/bin/node"),
  onProcess("Bun", "@oven/bun-linux-x64/bin/bun"),
  onProcess(
    "Deno",
    "@deno/linux-x64-glibc/deno",
    "run",
    "--allow-all",
    "--node-modules-dir=manual",
    "--quiet",
  ),
  workerd,
  chromium,
];

function runProgram(program: string, args: readonly string[], cwd: string): Promise<string> {
  const env = {
    ...process.env,
    DENO_NO_UPDATE_CHECK: "1",
    DENO_DIR: join(dirname(cwd), "deno-cache"),
    JETEMAIL_API_KEY: "",
  };
  const child = spawn(program, args, { cwd, env, timeout: 180_000 });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(String(chunk)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(chunks.join("")));
  });
}
