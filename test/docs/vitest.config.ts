import { defineConfig } from "vitest/config";

/** Apart from the other tests, because it needs a browser, which it installs where it may. */
export default defineConfig({
  test: { include: ["test/docs/*.browser.ts"], testTimeout: 60_000, hookTimeout: 300_000 },
});
