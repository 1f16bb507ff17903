import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as library from "../../src/index.js";
import { behaviours, type World } from "./behaviours.js";
import { startHostileServer, type HostileServer } from "./hostile-server.js";

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(async () => server.close());

describe("the client against one hostile server", () => {
  // Each has a server path and a gate of its own, so they need not wait for each other; those that replace a global must.
  for (const { name, run } of behaviours) {
    (name.includes("globalThis") ? it : it.concurrent)(name, async () =>
      run({ library, ...server, isBrowser: false } satisfies World),
    );
  }

  it("has at least 40 behaviours, each with a name of its own", () => {
    expect(behaviours.length).toBeGreaterThanOrEqual(40);
    expect(new Set(behaviours.map(({ name }) => name)).size).toBe(behaviours.length);
  });
});
