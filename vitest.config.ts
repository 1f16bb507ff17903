import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A suite that hangs is a failure with a name, not a stuck run.
    testTimeout: 30_000,
    typecheck: { enabled: false },
  },
});
