import { defineConfig } from "vitest/config";

// Far from UTC, so that a time that is read in the zone of the machine is a wrong one.
process.env["TZ"] = "Asia/Kolkata";

/**
 * A client shares its gates with the process, and its tests turn clocks and globals. Texts of millions of characters need
 * what V8 has for regular expressions to themselves.
 */
const ALONE = ["test/client/**/*.test.ts", "test/jsonschema/formats/format-patterns.test.ts"];

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    projects: [
      { extends: true, test: { name: "alone", include: ALONE } },
      // Pure functions: their modules hold nothing that another file could see, so they are loaded once and not per file.
      {
        extends: true,
        test: { name: "rooms", include: ["test/**/*.test.ts"], exclude: ALONE, isolate: false },
      },
    ],
    reporters: ["default", "./test/count-reporter.ts"],
    // One a processor; by default one of them is left out, which halves a small machine.
    maxWorkers: "100%",
    // A test that hangs is a failure with a name, not a stuck run. Far above what the slowest needs on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    typecheck: { enabled: false },
  },
});
