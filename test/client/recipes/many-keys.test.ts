import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { updateKeys } from "./many-keys.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv("JETEMAIL_API_KEY", `api_${crypto.randomUUID()}`);
  vi.stubGlobal("fetch", async (request: Request) =>
    (await request.text()).includes("transactional_7")
      ? Response.json({ message: "no such key" }, { status: 404 })
      : Response.json({ success: true }),
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("the recipe for many keys draws its bar, waits for its turn and gives back what failed", async () => {
  const drawn: string[] = [];
  const bodies = Array.from({ length: 201 }, (_, index) => ({ api_token: `transactional_${index + 200}` }));
  const failed = updateKeys([{ api_token: "transactional_7" }, ...bodies], (text) => drawn.push(text));
  // The key is hashed, which takes a time that no fake clock knows.
  await vi.waitFor(() => expect(drawn).toHaveLength(201), { timeout: 20_000, interval: 1 });
  await vi.advanceTimersByTimeAsync(61_000);
  expect((await failed).map(({ error }) => error.name)).toEqual(["NotFoundError"]);
  expect(drawn[100]).toBe("[##########          ] 101 of 202");
  expect(drawn.filter((text) => text.includes("waiting for 60 s"))).toHaveLength(1);
  expect(drawn.at(-1)).toBe("[####################] 202 of 202");
});
