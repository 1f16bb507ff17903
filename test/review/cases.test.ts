import { describe, expect, test } from "vitest";
import { renderReview } from "../../scripts/review/report/index.js";
import { review } from "../../scripts/review/index.js";

/** Real changes of the document of one endpoint, as a reviewer reads them. */
const CASES = [
  "optional-field",
  "required-field",
  "narrower-limit",
  // The provider's own pages, one version after the other.
  "provider-update-limits",
  "provider-update-all-domains",
  "provider-list-envelope",
] as const;

const reviewed = await Promise.all(
  CASES.map(async (name) => {
    const folder = `test/review/cases/${name}`;
    return { name, found: await review(`${folder}/base.yaml`, `${folder}/head.yaml`) };
  }),
);

describe.each(reviewed)("$name", ({ name, found }) => {
  test.each(["markdown", "json"] as const)("reads well as %s", async (format) => {
    const { text } = renderReview(found, {
      base: "base",
      head: "head",
      version: "0.1.0",
      accepted: [],
      today: "2026-01-01",
      format,
      failOn: "none",
      color: false,
    });
    await expect(text).toMatchFileSnapshot(`./cases/${name}/expected.${format === "json" ? "json" : "md"}`);
  });
});
