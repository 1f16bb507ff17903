import { defineConfig } from "vitest/config";
import base from "../../vitest.config.js";

const { projects: _projects, reporters: _reporters, ...shared } = base.test ?? {};

/** The tests of `npm test`, each file with modules of its own, so that nothing of a mutant lives on in another. */
export default defineConfig({
  test: { ...shared, include: ["test/**/*.test.ts"], setupFiles: ["test/mutants/reach.ts"] },
});
