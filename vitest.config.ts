import { defineConfig } from "vitest/config";

// Far from UTC, so that a time that is read in the zone of the machine is a wrong one.
process.env["TZ"] = "Asia/Kolkata";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", "./test/count-reporter.ts"],
    // One a processor; by default one of them is left out, which halves a small machine.
    maxWorkers: "100%",
    // A test that hangs is a failure with a name, not a stuck run. Far above what the slowest needs on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    typecheck: { enabled: false },
  },
});
