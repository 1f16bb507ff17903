import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as library from "../../../src/index.js";
import { behaviours, type World } from "./behaviours.js";
import { SECOND_LIBRARY, SECOND_OPERATION } from "../second-api/second-api.js";
import { startHostileServer, type HostileServer } from "../hostile-server.js";

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(async () => server.close());

const apis = [
  { api: "JetEmail", rows: behaviours, library },
  {
    api: "a second API",
    rows: behaviours.filter(({ api }) => api === undefined),
    library: SECOND_LIBRARY,
    operation: SECOND_OPERATION,
  },
];

describe.each(apis)("the client of $api against one hostile server", ({ rows, ...api }) => {
  // Each has a server path and a gate of its own, so they need not wait for each other; those that replace a global must.
  for (const { name, run } of rows) {
    (name.includes("globalThis") ? it : it.concurrent)(name, async () =>
      run({ ...api, ...server, isBrowser: false } satisfies World),
    );
  }
});

describe("the behaviours", () => {
  it("are at least 40 behaviours, each with a name of its own", () => {
    expect(behaviours.length).toBeGreaterThanOrEqual(40);
    expect(new Set(behaviours.map(({ name }) => name)).size).toBe(behaviours.length);
  });
});
