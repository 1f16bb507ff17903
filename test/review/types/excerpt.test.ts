import { describe, expect, test } from "vitest";
import { NO_OPERATION, type Fact, type SchemaUse } from "../../../scripts/review/differ/facts.js";
import type { MessagePart } from "../../../scripts/review/differ/message.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { readOperations } from "../../../scripts/review/document/operations.js";
import { excerptDocument } from "../../../scripts/review/types/excerpt.js";
import { placeAt } from "../../../scripts/json/place.js";

const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ content: { "application/json": { schema: refer(name) } } });
const text = { type: "string" };

const get = {
  operationId: "getA",
  summary: "Gets",
  parameters: [{ name: "p", in: "query", schema: refer("P") }],
  requestBody: json("Body"),
  responses: { "200": { description: "", ...json("Answer") } },
};
const schemas = {
  P: text,
  Body: { properties: { inner: refer("Inner") } },
  Inner: text,
  Answer: text,
  Unused: text,
};
const rest = { openapi: "3.1.0", info: { title: "a", version: "1" } };

const rootOf = (operation: object, components: object) => ({
  ...rest,
  paths: { "/a": { get: operation, put: { responses: { "200": { description: "", ...json("Unused") } } } } },
  components,
});

/** The document with what this part of its first operation, or a change of the whole of it, leads to. */
function excerpt(root: Readonly<Record<string, unknown>>, part: MessagePart | "whole") {
  const document = readDocument(root, "base");
  const operation = { ...NO_OPERATION, base: readOperations(document).get("GET /a") };
  if (part === "whole") {
    const fact = { thing: "body", change: "removed", required: true, operation } as const;
    return excerptDocument(document, { uses: [], facts: [fact as unknown as Fact] }); // no more is read of it
  }
  const place = part.kind === "component" ? placeAt(document, `/components/schemas/${part.name}`) : undefined;
  const use = { operation, part, base: place === undefined ? [] : [place], head: [] };
  return excerptDocument(document, { uses: [use as unknown as SchemaUse], facts: [] }); // no more is read of it
}

const EMPTY = { P: {}, Body: {}, Inner: {}, Answer: {}, Unused: {} };
const pick = (...fields: readonly (keyof typeof get)[]) =>
  Object.fromEntries(fields.map((field) => [field, get[field]]));

describe("what stays of an operation and of components where types are asked about", () => {
  test.each<[claim: string, part: MessagePart | "whole", kept: object, named: object]>([
    ["a parameter", { kind: "parameter", in: "query", name: "p" }, pick("parameters"), { P: text }],
    ["a body, with all that it leads to", { kind: "body", mediaType: "application/json" }, pick("requestBody"), { Body: schemas.Body, Inner: text }],
    ["a response", { kind: "response", status: "200", mediaType: "application/json" }, pick("responses"), { Answer: text }],
    ["a component alone", { kind: "component", name: "Body" }, {}, { Body: schemas.Body, Inner: text }],
    ["an operation as a whole", "whole", pick("parameters", "requestBody", "responses"), { ...schemas, Unused: {} }],
  ])("%s", (_, part, kept, named) => {
    expect(excerpt(rootOf(get, { schemas }), part)).toStrictEqual({
      ...rest,
      paths: { "/a": { get: { operationId: "getA", responses: {}, ...kept }, put: { responses: {} } } },
      webhooks: undefined,
      components: { schemas: { ...EMPTY, ...named } },
    });
  }); // prettier-ignore
});

describe("what stays besides", () => {
  const part: MessagePart = { kind: "parameter", in: "query", name: "p" };
  const componentsOf = (components: object) => excerpt(rootOf(get, components), part)["components"];

  test("no schemas with a discriminator, which no type shows", () => {
    const pet = { oneOf: [refer("Cat")], discriminator: { propertyName: "kind" } };
    expect(componentsOf({ schemas: { ...schemas, Pet: pet, Cat: text } })).toStrictEqual({
      schemas: { ...EMPTY, P: text, Pet: {}, Cat: {} },
    });
  });

  test("components of other kinds, with what they lead to", () => {
    const headers = { H: { schema: refer("Unused") } };
    const responses = { R: { description: "R", ...json("Body") } };
    expect(componentsOf({ schemas, headers, responses })).toStrictEqual({
      schemas: { ...EMPTY, P: text, Unused: text },
      headers,
      responses: { R: { description: "" } },
    });
  });

  test("all, where a reference leads past the components", () => {
    const root = rootOf({ ...get, parameters: [{ $ref: "#/paths/~1a/put" }] }, { schemas });
    expect(excerpt(root, part)).toBe(root);
  });
});
