import { bundleFromString, loadConfig } from "@redocly/openapi-core";
import { expect, it } from "vitest";

const config = await loadConfig({ configPath: "scripts/docs/redocly.yaml" });

/** Without `want` the schema stays as it is. */
const rows: readonly { readonly claim: string; readonly given: object; readonly want?: object }[] = [
  {
    claim: "forbidden properties are left out, at any depth",
    given: { properties: { a: false, b: { properties: { c: false, d: true } } } },
    want: { properties: { b: { properties: { d: true } } } },
  },
  { claim: "one example is shown as such", given: { examples: [["x"]] }, want: { example: ["x"] } },
  {
    claim: "two examples are numbered",
    given: { examples: [0, 1] },
    want: { examples: { 1: { value: 0 }, 2: { value: 1 } } },
  },
  { claim: "a property named examples is a property", given: { properties: { examples: { type: "null" } } } },
  { claim: "everything else stays", given: { type: "object", additionalProperties: false, required: ["a"] } },
];

it.each(rows)("$claim", async ({ given, want = given }) => {
  const { bundle } = await bundleFromString({ source: JSON.stringify(describeSchema(given)), config });
  expect(bundle.parsed).toEqual(describeSchema(want));
});

function describeSchema(schema: object): object {
  return {
    openapi: "3.1.1",
    info: { title: "t", version: "1" },
    paths: {},
    components: { schemas: { X: schema } },
  };
}
