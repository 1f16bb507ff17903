import { defineConfig } from "vitest/config";

/** Apart from the other tests, because it packs the tool and installs it. */
export default defineConfig({
  test: {
    include: ["test/tool/*.consumer.ts"],
    globalSetup: "test/tool/pack.ts",
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
