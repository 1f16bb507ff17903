import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Apart from the other tests, because it installs compilers and bundlers. */
export default defineConfig({
  test: {
    include: ["test/consumers/*.consumer.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxConcurrency: availableParallelism(),
  },
});
