import { execFileSync, spawnSync } from "node:child_process";
import { getEventListeners, once } from "node:events";
import { inspect } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { createClient } from "../../src/index.js";
import { version } from "../../src/version.js";
import { startHostileServer, type HostileServer } from "./hostile-server.js";

const body = { api_token: "transactional_t0ken" };
const refuse = async (): Promise<Response> =>
  new Response("{}", { status: 429, headers: { "retry-after": "300" } });
const answer = async (): Promise<Response> => Response.json({ success: true });
let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(async () => server.close());

it.each([
  [200, "updateTransactionalKey"],
  [200, "http"],
])("%i calls of %s on one signal leave no listener on it", async (calls, method) => {
  const { signal } = new AbortController();
  const jetemail = createClient({ apiKey: "api_k3y", fetch: answer, rateLimit: false });
  let most = 0;
  const call = async (left: number): Promise<void> => {
    if (left === 0) return;
    const running =
      method === "http"
        ? jetemail.http.PATCH("/outbound/transactional-keys", { body, signal })
        : jetemail.updateTransactionalKey({ body, signal });
    most = Math.max(most, getEventListeners(signal, "abort").length);
    await running;
    await call(left - 1);
  };
  await call(calls);
  expect(most).toBeLessThanOrEqual(1);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("a process ends as soon as its calls have ended, however long their deadline was", () => {
  const program = `
    const { createClient } = await import("./src/index.ts");
    const jetemail = createClient({ apiKey: "api_k3y", baseUrl: "${server.origin}/x", timeoutMs: 600_000,
      fetch: async () => Response.json({ success: true }) });
    await jetemail.updateTransactionalKey({ body: { api_token: "t" } });`;
  // It would, were the process still there when the time is up.
  const run = (): unknown =>
    execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      timeout: 25_000,
    });
  expect(run).not.toThrow();
});

it.each([
  ["fetch", "fetch: () => new Promise(() => {})"],
  ["gate", "rateLimit: { acquire: () => new Promise(() => {}), block() {} }"],
])("a call whose %s never ends rejects before the process ends, and prints nothing", (_, option) => {
  const program = `
    const { createClient } = await import("./src/index.ts");
    const jetemail = createClient({ apiKey: "api_k3y", timeoutMs: 50, ${option} });
    await jetemail.updateTransactionalKey({ body: { api_token: "t" } }).catch(({ name }) => console.log(name));`;
  const args = ["--import", "tsx", "--input-type=module", "-e", program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect([stdout, stderr]).toEqual(["TimeoutError\n", ""]);
});

it("a worker thread has a gate of its own", async () => {
  const jetemail = createClient({ apiKey: "api_thr3ads", maxRetries: 0, fetch: refuse });
  const send = (): Promise<unknown> =>
    jetemail.updateTransactionalKey({ body }).catch((error: unknown) => error);
  const source = `
    import { parentPort } from "node:worker_threads";
    import { createClient } from "./src/index.ts";
    const fetch = ${String(refuse)};
    const jetemail = createClient({ apiKey: "api_thr3ads", maxRetries: 0, fetch });
    const error = await jetemail.updateTransactionalKey({ body: { api_token: "t" } }).catch((caught) => caught);
    parentPort.postMessage(error.attempts);`;
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: "." },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  expect([await send(), await send()]).toMatchObject([{ attempts: 1 }, { attempts: 0 }]);
  const worker = new Worker(
    new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`),
  );
  expect(await once(worker, "message")).toEqual([1]);
});

it("100 parallel calls on one signal give no warning", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error): void => void warnings.push(warning);
  process.on("warning", note);
  const controller = new AbortController();
  const { signal } = controller;
  const jetemail = createClient({
    apiKey: "api_k3y",
    baseUrl: `${server.origin}/silent/x`,
    rateLimit: false,
    signal,
  });
  const calls = Array.from({ length: 100 }, () => jetemail.updateTransactionalKey({ body, signal }));
  const ended = Promise.allSettled(calls);
  setTimeout(() => controller.abort("enough"), 200);
  await ended;
  // A warning is told in a later turn of the loop.
  await new Promise((resolve) => setTimeout(resolve, 10));
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

it("util.inspect shows no secret of a client, its methods or an error, hidden properties included", async () => {
  const jetemail = createClient({ apiKey: "api_k3yk3yk3y", baseUrl: `${server.origin}/echo-401/x` });
  const error: unknown = await jetemail.updateTransactionalKey({ body }).catch((caught: unknown) => caught);
  const text = inspect([jetemail, error], { showHidden: true, depth: Infinity, getters: true });
  expect(text).toContain("AuthenticationError");
  expect(text).not.toMatch(/api_k3y|transactional_t0ken/);
});

it("the key comes from JETEMAIL_API_KEY when no option gives it", () => {
  const before = process.env["JETEMAIL_API_KEY"];
  process.env["JETEMAIL_API_KEY"] = "transactional_s3nds";
  expect(() => createClient()).toThrow("the API key must be an api_ key, not a transactional_ key");
  delete process.env["JETEMAIL_API_KEY"];
  expect(() => createClient({ apiKey: undefined })).toThrow(
    "the API key is missing: apiKey or JETEMAIL_API_KEY must give one",
  );
  if (before !== undefined) process.env["JETEMAIL_API_KEY"] = before;
});

it.each([
  ["timeoutMs", NaN],
  ["timeoutMs", -1],
  ["timeoutMs", "30"],
  ["maxRetries", -1],
  ["maxResponseBytes", Infinity],
  ["signal", {}],
  ["fetch", "fetch"],
  ["headers", [["a", "b"]]],
  ["rateLimit", true],
  ["rateLimit", null],
  ["apiKey", 7],
  ["onWait", {}],
])("option %s: %s is a TypeError that names it", (name, value) => {
  const options: object = { apiKey: "api_k3y", [name]: value };
  expect(() => createClient(options)).toThrow(new RegExp(`option "${name}" must be`));
});

it("a browser is refused without leave", () => {
  Object.assign(globalThis, { document: {} });
  try {
    expect(() => createClient({ apiKey: "api_k3y" })).toThrow("dangerouslyAllowBrowser");
    expect(() => createClient({ apiKey: "api_k3y", dangerouslyAllowBrowser: true })).not.toThrow();
  } finally {
    Reflect.deleteProperty(globalThis, "document");
  }
});

const createWithKey = (): unknown => createClient({ apiKey: "api_k3y" });

describe("a worker of a browser is told by its name", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each(["Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0"])(
    "and refused: %s",
    (userAgent) => {
      vi.stubGlobal("navigator", { userAgent });
      expect(createWithKey).toThrow("dangerouslyAllowBrowser");
    },
  );

  it.each(["Node.js/22", "Cloudflare-Workers", "not Mozilla/", undefined])("%s is none", (userAgent) => {
    vi.stubGlobal("navigator", { userAgent });
    expect(createWithKey).not.toThrow();
  });
});

it("the version that the client names itself by is the package's", () => {
  expect(version).toBe(manifest.version);
});
