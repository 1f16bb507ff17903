import { describe, expect, test } from "vitest";
import { generateValidators } from "../../../scripts/pipeline/validators.js";

describe("a keyword that this version of OpenAPI does not have", () => {
  test.each([
    ["nullable in 3.1 is warned of", "3.1.1", { nullable: true }, [["warning", "/nullable"]]],
    ["nullable in 3.0 is known", "3.0.4", { nullable: true }, []],
    ["a keyword of nobody is warned of in 3.1", "3.1.1", { nulable: true }, [["warning", "/nulable"]]],
    ["a keyword of nobody is warned of in 3.0", "3.0.4", { nulable: true }, [["warning", "/nulable"]]],
    [
      "a schema that both directions reach is reported once",
      "3.1.1",
      { type: "object", properties: { id: { readOnly: true } }, nullable: true },
      [["warning", "/nullable"]],
    ],
  ])("%s", async (_, openapi, schema, expected) => {
    const content = { "application/json": { schema: { $ref: "#/components/schemas/A" } } };
    const post = { requestBody: { content }, responses: { 200: { description: "", content } } };
    const document = { openapi, paths: { "/a": { post } }, components: { schemas: { A: schema } } };
    const { problems } = await generateValidators(document, { formats: "annotate" });
    expect(problems.map(({ severity, pointer }) => [severity, pointer])).toEqual(
      expected.map(([severity, keyword]) => [severity, `/components/schemas/A${keyword}`]),
    );
  });
});
