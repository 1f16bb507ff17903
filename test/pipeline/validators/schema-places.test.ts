import { expect, test } from "vitest";
import { findSchemaPlaces } from "../../../scripts/pipeline/schema-places.js";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const text = { type: "string" };
const Pet = { $ref: "#/components/schemas/Pet" };
const components = { schemas: { Pet: { type: "object" } } };
const sendPet = { post: { operationId: "sendPet", requestBody: json(text), responses: { 202: json(text) } } };
const own = '$schema.paths["/a"]["get"]';
const called = "/paths/~1a/get/callbacks/done/url/post";
const Component = ["Pet", "/components/schemas/Pet", undefined, '$schema.components["schemas"]["Pet"]'];

/** `get` of `/a` is called `list`. */
const list = (operation: object, rest: object = {}) => ({
  paths: { "/a": { get: { operationId: "list", ...operation } } },
  ...rest,
});

test.each([
  ["a component", { components }, [Component]],
  [
    "a request body",
    list({ requestBody: json(text) }),
    [
      [
        "ListBody",
        "/paths/~1a/get/requestBody/content/application~1json/schema",
        "request",
        `(${own}["requestBody"] & {})["content"]["application/json"]`,
      ],
    ],
  ],
  [
    "a response of a status",
    list({ responses: { 200: json(text) } }),
    [
      [
        "ListResponse200",
        "/paths/~1a/get/responses/200/content/application~1json/schema",
        "response",
        `${own}["responses"][200]["content"]["application/json"]`,
      ],
    ],
  ],
  [
    "the default response",
    list({ responses: { default: json(text) } }),
    [
      [
        "ListResponseDefault",
        "/paths/~1a/get/responses/default/content/application~1json/schema",
        "response",
        `${own}["responses"]["default"]["content"]["application/json"]`,
      ],
    ],
  ],
  [
    "a parameter",
    list({ parameters: [{ in: "query", name: "page-size", schema: text }] }),
    [
      [
        "ListQueryPageSize",
        "/paths/~1a/get/parameters/0/schema",
        "request",
        `Exclude<(${own}["parameters"]["query"] & {})["page-size"], undefined>`,
      ],
    ],
  ],
  [
    "a parameter of the components, named after its key there",
    list(
      { parameters: [{ $ref: "#/components/parameters/Limit" }] },
      { components: { parameters: { Limit: { in: "query", name: "limit", schema: text } } } },
    ),
    [
      [
        "LimitParameter",
        "/components/parameters/Limit/schema",
        "request",
        '$schema.components["parameters"]["Limit"]',
      ],
    ],
  ],
  [
    "a component that an operation answers with, seen from there",
    list({ responses: { 200: json(Pet) } }, { components }),
    [
      Component,
      ["PetResponse", "/components/schemas/Pet", "response", '$schema.components["schemas"]["Pet"]'],
    ],
  ],
  [
    "a webhook, which runs the other way",
    { webhooks: { pet: sendPet } },
    [
      [
        "SendPetBody",
        "/webhooks/pet/post/requestBody/content/application~1json/schema",
        "response",
        '($schema.webhooks["pet"]["post"]["requestBody"] & {})["content"]["application/json"]',
      ],
      [
        "SendPetResponse202",
        "/webhooks/pet/post/responses/202/content/application~1json/schema",
        "request",
        '$schema.webhooks["pet"]["post"]["responses"][202]["content"]["application/json"]',
      ],
    ],
  ],
  [
    "a callback, which runs the other way and has no type in schema.ts",
    list({ callbacks: { done: { url: sendPet } } }),
    [
      ["SendPetBody", `${called}/requestBody/content/application~1json/schema`, "response", "unknown"],
      [
        "SendPetResponse202",
        `${called}/responses/202/content/application~1json/schema`,
        "request",
        "unknown",
      ],
    ],
  ],
  [
    "a callback with a component, which has its own",
    list({ callbacks: { done: { url: { post: { requestBody: json(Pet) } } } } }, { components }),
    [
      Component,
      ["PetResponse", "/components/schemas/Pet", "response", '$schema.components["schemas"]["Pet"]'],
    ],
  ],
  [
    "a callback of the components",
    list(
      { callbacks: { done: { $ref: "#/components/callbacks/Done" } } },
      { components: { callbacks: { Done: { url: sendPet } } } },
    ),
    [
      [
        "SendPetBody",
        "/components/callbacks/Done/url/post/requestBody/content/application~1json/schema",
        "response",
        "unknown",
      ],
      [
        "SendPetResponse202",
        "/components/callbacks/Done/url/post/responses/202/content/application~1json/schema",
        "request",
        "unknown",
      ],
    ],
  ],
  [
    "a path item of the components, named after its operation",
    {
      paths: { "/a": { $ref: "#/components/pathItems/A" } },
      components: { pathItems: { A: { get: { operationId: "list", requestBody: json(text) } } } },
    },
    [
      [
        "ListBody",
        "/components/pathItems/A/get/requestBody/content/application~1json/schema",
        "request",
        '($schema.components["pathItems"]["A"]["get"]["requestBody"] & {})["content"]["application/json"]',
      ],
    ],
  ],
  [
    "a request body and a response of the components, named after their keys there",
    list(
      {
        requestBody: { $ref: "#/components/requestBodies/Pet" },
        responses: { 200: { $ref: "#/components/responses/Pet" } },
      },
      { components: { requestBodies: { Pet: json(text) }, responses: { Pet: json(text) } } },
    ),
    [
      [
        "PetBody",
        "/components/requestBodies/Pet/content/application~1json/schema",
        "request",
        '$schema.components["requestBodies"]["Pet"]["content"]["application/json"]',
      ],
      [
        "PetResponse",
        "/components/responses/Pet/content/application~1json/schema",
        "response",
        '$schema.components["responses"]["Pet"]["content"]["application/json"]',
      ],
    ],
  ],
  [
    "the response of another operation, named after the first that has it",
    {
      paths: {
        "/a": {
          get: { operationId: "list", responses: { 200: { $ref: "#/paths/~1a/put/responses/200" } } },
          put: { operationId: "put", responses: { 200: json(text) } },
        },
      },
    },
    [
      [
        "ListResponse200",
        "/paths/~1a/put/responses/200/content/application~1json/schema",
        "response",
        `${own}["responses"][200]["content"]["application/json"]`,
      ],
    ],
  ],
  [
    "no parameter of a path item in whose place the operation has its own",
    {
      paths: {
        "/a": {
          parameters: [{ in: "query", name: "page", schema: text }],
          get: { operationId: "list", parameters: [{ in: "query", name: "page", schema: text }] },
        },
      },
    },
    [
      [
        "ListQueryPage",
        "/paths/~1a/get/parameters/0/schema",
        "request",
        `Exclude<(${own}["parameters"]["query"] & {})["page"], undefined>`,
      ],
    ],
  ],
  [
    "a parameter of a path item, typed there",
    {
      paths: {
        "/a": {
          parameters: [{ in: "query", name: "page", content: { "text/plain": { schema: text } } }],
          get: { operationId: "list" },
        },
      },
    },
    [
      [
        "ListQueryPage",
        "/paths/~1a/parameters/0/content/text~1plain/schema",
        "request",
        'Exclude<($schema.paths["/a"]["parameters"]["query"] & {})["page"], undefined>',
      ],
    ],
  ],
  [
    "a component whose name begins as an extension",
    { components: { schemas: { "x-pet": {} } } },
    [["XPet", "/components/schemas/x-pet", undefined, '$schema.components["schemas"]["x-pet"]']],
  ],
  [
    "a schema inside of a component, named after whoever refers to it",
    list(
      { requestBody: json({ $ref: "#/components/schemas/Pet/properties/name" }) },
      { components: { schemas: { Pet: { properties: { name: text } } } } },
    ),
    [
      Component,
      [
        "ListBody",
        "/components/schemas/Pet/properties/name",
        "request",
        `(${own}["requestBody"] & {})["content"]["application/json"]`,
      ],
    ],
  ],
  ["no schema", list({ responses: { 204: { description: "" } } }), []],
  ["an extension beside a status", list({ responses: { "x-note": json(text) } }), []],
])("finds %s", (_, document, expected) => {
  const found = findSchemaPlaces(document);
  expect(found.map(({ name, pointer, direction, type }) => [name, pointer, direction, type])).toEqual(
    expected,
  );
});

test("two media types of one body have names of their own", () => {
  const content = { "application/json": { schema: text }, "text/plain": { schema: text } };
  const names = findSchemaPlaces(list({ requestBody: { content } })).map(({ name }) => name);
  expect(names).toEqual(["ListBodyApplicationJson", "ListBodyTextPlain"]);
});

test.each([
  ["its description", { description: "What a pet is", title: "Pet" }, "What a pet is"],
  ["else its title", { title: "Pet" }, "Pet"],
  ["else nothing", {}, ""],
])("a schema is described by %s", (_, schema, description) => {
  expect(findSchemaPlaces({ components: { schemas: { A: schema } } })[0]?.description).toBe(description);
});
