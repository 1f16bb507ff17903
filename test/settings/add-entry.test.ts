import { describe, expect, test } from "vitest";
import { addEntry, type NewEntry } from "../../scripts/settings/add-entry.js";

const entry: NewEntry = {
  name: "main",
  document: "openapi.yaml",
  output: "src/api",
  client: true,
  formats: "annotate",
};

const WRITTEN = `apis:
  main:
    root: openapi.yaml
    x-openapi-proof:
      output: src/api
      client: true
      formats: annotate
`;

describe("an entry is added", () => {
  test.each<[string, string, string]>([
    ["to a file that does not exist", "", WRITTEN],
    [
      "beside rules, whose comments stay",
      "# Strict.\nextends:\n  - recommended\n\nrules:\n  # Ours.\n  struct: error # hard\n",
      `# Strict.\nextends:\n  - recommended\n\nrules:\n  # Ours.\n  struct: error # hard\n${WRITTEN}`,
    ],
    [
      "to the entry that Redocly has of the document",
      "apis:\n  shop@v1:\n    root: ./openapi.yaml\n",
      WRITTEN.replace("main:", "shop@v1:").replace("root: ", "root: ./"),
    ],
    [
      "beside what a review goes by",
      "apis:\n  main:\n    root: openapi.yaml\n    x-openapi-proof:\n      review:\n        failOn: minor\n",
      WRITTEN.replace("      output", "      review:\n        failOn: minor\n      output"),
    ],
    [
      "under a name that is free",
      "apis:\n  main:\n    root: other.yaml\n",
      `apis:\n  main:\n    root: other.yaml\n${WRITTEN.slice("apis:\n".length).replace("main:", "main2:")}`,
    ],
  ])("%s", (_name, before, after) => {
    expect(addEntry(before, entry)).toEqual({ state: "added", text: after });
  });

  test.each(["src/api", "./src/../src/api", "src\\api"])("but not to the folder of another: %s", (output) => {
    const taken = WRITTEN.replace("openapi.yaml", "other.yaml");
    expect(addEntry(taken, { ...entry, output })).toEqual({ state: "taken", name: "main" });
  });

  test("once", () => {
    expect(addEntry(WRITTEN, entry)).toEqual({ state: "present" });
  });

  test.each([
    ["where APIs are a list", "apis: []\n"],
    ["to a file that holds a list", "- a\n"],
    ["to YAML that is none", "apis: [\n"],
    ["beside settings that are wrong", "apis:\n  a: { root: b, x-openapi-proof: 1 }\n"],
  ])("never %s", (_name, text) => {
    expect(addEntry(text, entry)).toMatchObject({ state: "refused", problems: [{ file: "redocly.yaml" }] });
  });
});
