import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createClientBehind } from "./proxy.js";

/** What the proxy was asked to connect to. */
const tunnels: string[] = [];
const proxy = createServer();
proxy.on("connect", ({ url = "" }, socket) => {
  tunnels.push(url);
  // Nobody is at the other end: what is asked for is all that there is to see, and it is never the real host.
  socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
});

beforeAll(async () => {
  vi.stubEnv("JETEMAIL_API_KEY", "api_a1b2c3d4");
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  proxy.close();
  vi.unstubAllEnvs();
});

it("the recipe for a proxy sends every request through it", async () => {
  // A server that listens on a port has such an address.
  const { port } = proxy.address() as AddressInfo;
  const jetemail = createClientBehind(`http://127.0.0.1:${port}`);
  const failure = await jetemail.listTransactionalKeys({ maxRetries: 0 }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: "ConnectionError", operationId: "listTransactionalKeys" });
  expect(tunnels).toEqual(["api.jetemail.com:443"]);
});
