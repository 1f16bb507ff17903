import { defineConfig } from "vitest/config";

/** Apart from the other tests, because it installs the packages that ship the documents. */
export default defineConfig({
  test: {
    include: ["test/real-documents/*.documents.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
