import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { JETEMAIL } from "../../../src/jetemail.js";
import type { ApiKey } from "../../../src/options.js";
import type { Budget } from "../../../src/transport/gate/budget.js";
import { createGateFinder as createFinder } from "../../../src/transport/gate/gates.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const createGateFinder = (baseUrl: string, account: string | undefined, apiKey: ApiKey) =>
  createFinder(baseUrl, account, { "": apiKey }, JETEMAIL.rateLimit);

const HOST = "https://a.example";
type Place = readonly [baseUrl: string, print?: string | undefined, account?: string];
const find = (...[baseUrl, print, account]: Place) =>
  createGateFinder(baseUrl, account, print ?? (() => "k"))();

describe("the gate that calls share", () => {
  it.each<readonly [string, Place, Place]>([
    ["a key and a base URL", [HOST, "k1"], [HOST, "k1"]],
    ["an account, whatever its keys", [HOST, "k1", "mine"], [HOST, undefined, "mine"]],
    ["127.0.0.1 and localhost with one port", ["http://127.0.0.1:80/a", "k"], ["http://localhost:80/a", "k"]],
    ["[::1] and localhost with one port", ["http://[::1]:8080", "k"], ["http://localhost:8080", "k"]],
  ])("is one for %s", async (_, first, second) => {
    expect(await find(...first)).toBe(await find(...second));
  });

  it.each<readonly [string, Place]>([
    ["another key", [HOST, "k2"]],
    ["another base URL", ["https://b.example", "k1"]],
    ["an account that is named like the key", [HOST, undefined, "k1"]],
    ["a host that begins like loopback", ["https://127.0.0.1.example", "k1"]],
  ])("is another one for %s", async (_, other) => {
    expect(await find(...other)).not.toBe(await find(HOST, "k1"));
  });

  it("is another one for another port of loopback", async () => {
    expect(await find("http://127.0.0.1:1", "k")).not.toBe(await find("http://localhost:2", "k"));
  });

  it("is the client's own where the key may change", async () => {
    const finder = createGateFinder(HOST, undefined, () => "k");
    expect(await finder()).toBe(await finder());
    expect(await finder()).not.toBe(await find(HOST));
  });

  it("is the client's own where there is no SubtleCrypto, as in a page without TLS", async () => {
    vi.stubGlobal("crypto", {});
    const finder = createGateFinder(HOST, undefined, "k1");
    const [first, second] = [await finder(), await finder()];
    vi.unstubAllGlobals();
    expect(first).toBe(second);
    expect(first).not.toBe(await find(HOST, "k1"));
  });

  it("is one for two copies of the package", async () => {
    const kept = await find(HOST, "copies");
    vi.resetModules();
    const copy = await import("../../../src/transport/gate/gates.js");
    expect(copy.createGateFinder).not.toBe(createFinder);
    const sources = { "": "copies" };
    expect(await copy.createGateFinder(HOST, undefined, sources, JETEMAIL.rateLimit)()).toBe(kept);
  });

  it("is kept while it is closed, however many other keys come by; forgotten when it is idle", async () => {
    const [closed, idle] = [await find(HOST, "closed"), await find(HOST, "idle")];
    closed.block(2 ** 31 - 1, { wait: async () => {} });
    vi.advanceTimersByTime(300_001);
    for (let turn = 0; turn < 5000; turn++) {
      // oxlint-disable-next-line no-await-in-loop -- the order is the claim
      await find(HOST, `k${turn}`);
    }
    expect(await find(HOST, "closed")).toBe(closed);
    expect(await find(HOST, "idle")).not.toBe(idle);
    expect(await find(HOST, "k0")).toBe(await find(HOST, "k0"));
  });
});

/** Gates of so many keys. */
const findAll = (count: number, label: string): Promise<readonly Budget[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => find(HOST, `${label} ${index}`)));
const isKept = async (gate: Budget | undefined, print: string): Promise<boolean> =>
  (await find(HOST, print)) === gate;

describe("idle gates are forgotten", () => {
  const FIVE_MINUTES = 300_001;
  beforeEach(() => {
    Reflect.deleteProperty(globalThis, Symbol.for("openapi-proof.gates.1"));
  });

  it("when there are a thousand", async () => {
    const [first] = await findAll(999, "idle");
    vi.advanceTimersByTime(FIVE_MINUTES);
    expect(await isKept(first, "idle 0")).toBe(true);
    await find(HOST, "the thousandth");
    expect(await isKept(first, "idle 0")).toBe(false);
  });

  it("then when there are twice as many as were kept", async () => {
    for (const gate of await findAll(1000, "closed")) gate.block(2 ** 31 - 1, { wait: async () => {} });
    const [first] = await findAll(999, "idle");
    vi.advanceTimersByTime(FIVE_MINUTES);
    expect(await isKept(first, "idle 0")).toBe(true);
    await find(HOST, "the two-thousandth");
    expect(await isKept(first, "idle 0")).toBe(false);
  });

  it("but not sooner than at the next thousand, when few were kept", async () => {
    await findAll(999, "old");
    vi.advanceTimersByTime(FIVE_MINUTES);
    const [first] = await findAll(1, "idle");
    vi.advanceTimersByTime(FIVE_MINUTES);
    await findAll(998, "new");
    expect(await isKept(first, "idle 0")).toBe(true);
    await find(HOST, "the thousandth");
    expect(await isKept(first, "idle 0")).toBe(false);
  });
});
