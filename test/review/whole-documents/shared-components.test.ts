import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { review } from "../../../scripts/review/index.js";

/** What stands around the component in the bodies of the operations; the property `limits` is the component. */
type Around = { readonly required: readonly string[]; readonly [keyword: string]: unknown };

const limits = (most: number) => ({ type: "object", properties: { n: { type: "integer", maximum: most } } });

function toBody(around: Around, most: number): object {
  const names = around.required.filter((name) => name !== "limits");
  const properties = Object.fromEntries(names.map((name) => [name, { const: name }]));
  return { type: "object", ...around, properties: { ...properties, limits: limits(most) } };
}

function toDocument(bodies: readonly Around[], most: number): string {
  const paths = bodies.map((around, index) => {
    const inline = toBody(around, most);
    const schema = { ...inline, properties: { ...propertiesOf(inline), limits: { $ref: REF } } };
    const requestBody = { required: true, content: { "application/json": { schema } } };
    const responses = { "200": { description: "ok" } };
    return [`/a${index}`, { post: { operationId: `a${index}`, requestBody, responses } }];
  });
  const components = { schemas: { Limits: limits(most) } };
  const info = { title: "t", version: "1" };
  return JSON.stringify(
    { openapi: "3.1.0", info, paths: Object.fromEntries(paths), components },
    undefined,
    1,
  );
}

const REF = "#/components/schemas/Limits";

function propertiesOf(schema: object): object {
  return "properties" in schema && typeof schema.properties === "object" ? { ...schema.properties } : {};
}

const own = (name: string): Around => ({ required: [name, "limits"] });
const hidden: Around = { required: [], maxProperties: 0 };

describe("a component that many operations use is one change, proved by a request that its own operation takes", () => {
  test.each([
    ["each body asks for a name of its own", ["x0", "x1", "x2", "x3", "x4"].map(own)],
    ["the first body leaves no room for it", [hidden, ...["x1", "x2", "x3", "x4"].map(own)]],
    ["the last body leaves no room for it", [...["x0", "x1", "x2", "x3"].map(own), hidden]],
    ["there are two", [own("x0"), own("x1")]],
  ])("%s", async (_, bodies) => {
    const [base, head] = [9, 8].map((most) => ({
      name: String(most),
      entry: "a.json",
      read: () => toDocument(bodies, most),
    }));
    if (base === undefined || head === undefined) throw new Error("there are two sides");
    const { changes } = await review(base, head);
    expect(changes.map(({ keyword, verdict, level }) => [keyword, verdict, level])).toEqual([
      ["maximum", "proved", "major"],
    ]);
    expect(changes[0]?.message).toContain(`In ${bodies.length} operations.`);
    const proof = changes[0]?.counterexample;
    const request = proof !== undefined && "request" in proof ? proof.request : {};
    const around = bodies[Number(String(request["path"]).slice(2))] ?? { required: ["no such operation"] };
    const ajv = new Ajv2020({ strict: false });
    expect(ajv.validate(toBody(around, 9), request["body"])).toBe(true);
    expect(ajv.validate(toBody(around, 8), request["body"])).toBe(false);
  });
});
