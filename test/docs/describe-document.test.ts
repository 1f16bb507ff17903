import { describe, expect, test } from "vitest";
import { describeDocument } from "../../scripts/docs/describe-document.js";
import { nameError } from "../../scripts/docs/errors.js";
import { createClient, isJetEmailError } from "../../src/index.js";

const client = {
  name: "shop-client",
  install: "npm install shop-client",
  variable: "shop",
  keyVariable: "SHOP_KEY",
  isOwn: true,
};

type Shown = {
  readonly info: { readonly description: string };
  readonly paths: Record<
    string,
    Record<string, { description: string; "x-codeSamples": readonly { label: string; source: string }[] }>
  >;
};

/** The page's document of one with these paths. */
function show(paths: object, more: object = {}): Shown {
  const root = {
    openapi: "3.1.1",
    info: { title: "Shop", version: "1", description: "Sells." },
    paths,
    ...more,
  };
  // It gives a document of the same form.
  return JSON.parse(describeDocument(root, client)) as Shown;
}

function showOperation(operation: object, { path = "/a", method = "get", more = {} } = {}) {
  const shown = show({ [path]: { [method]: operation } }, more).paths[path]?.[method];
  const samples = shown?.["x-codeSamples"] ?? [];
  return {
    description: shown?.description,
    samples,
    curl: samples.find(({ label }) => label === "curl")?.source,
  };
}

test("the first view says how to install the client, what it can do, and what the document says of itself", () => {
  const listed = { operationId: "listPets", tags: ["Small pets"], summary: "List the\npets" };
  const { info } = show({
    "/pets": { get: listed, post: { operationId: "a-b", tags: ["x"] } },
    "/b": { put: {} },
  });
  expect(info.description).toBe(
    [
      "```sh\nnpm install shop-client\n```",
      "",
      "- [`listPets`](#/small-pets/listpets): List the pets, `GET /pets`",
      "- `a-b`, `POST /pets`",
      "- `putB`, `PUT /b`",
      "",
      "Sells.",
    ].join("\n"),
  );
});

test("an operation says what its refusals are thrown as", () => {
  const responses = { 200: {}, 401: {}, 403: {}, 404: {}, "5XX": {}, default: {} };
  expect(showOperation({ description: "Reads.", responses }).description).toBe(
    "Reads.\n\n**Throws** `AuthenticationError` (401, 403), `NotFoundError` (404), `ApiError` (5XX, default).",
  );
});

test("an operation without refusals says nothing of them", () => {
  expect(showOperation({ description: "Reads.", responses: { 200: {} } }).description).toBe("Reads.");
});

test("samples that the document has stay as they are", () => {
  const own = [{ lang: "Ruby", label: "Ruby", source: "puts 1" }];
  expect(showOperation({ "x-codeSamples": own }).samples).toEqual(own);
});

test.each(["302", "400", "401", "403", "404", "409", "429", "500"])(
  "a %s is shown as what the client throws",
  async (status) => {
    const jetemail = createClient({
      apiKey: "api_of-the-test",
      maxRetries: 0,
      rateLimit: false,
      fetch: async () => Response.json({}, { status: Number(status), headers: { location: "/" } }),
    });
    const thrown: unknown = await jetemail.listTransactionalKeys().catch((error: unknown) => error);
    expect(isJetEmailError(thrown) && thrown.name).toBe(nameError(status));
  },
);

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const parameter = (location: string, name: string, schema: object, more = {}) => ({
  parameters: [{ in: location, name, required: true, schema, ...more }],
});

/** An operation, and the lines of its command. */
const COMMANDS: readonly (readonly [
  claim: string,
  operation: object,
  at: Parameters<typeof showOperation>[1],
  lines: readonly string[],
])[] = [
  ["a call without anything", {}, {}, ["--request GET", '--url "https://example.com/a"']],
  [
    "a parameter of the path",
    parameter("path", "id", { const: "a b" }),
    { path: "/a/{id}" },
    ["--request GET", '--url "https://example.com/a/a%20b"'],
  ],
  [
    "a list in the query, in its style",
    parameter("query", "q", { const: [1, 2] }, { explode: false }),
    {},
    ["--request GET", '--url "https://example.com/a?q=1,2"'],
  ],
  [
    "a header and a cookie",
    {
      parameters: [
        ...parameter("header", "X-A", { const: "$b" }).parameters,
        ...parameter("cookie", "c", { const: 1 }).parameters,
      ],
    },
    {},
    ["--request GET", '--url "https://example.com/a"', "--header 'X-A: $b'", '--header "Cookie: c=1"'],
  ],
  [
    "an optional parameter that has an example, and no other",
    {
      parameters: [
        { in: "query", name: "a", example: 3, schema: {} },
        { in: "query", name: "b", schema: {} },
      ],
    },
    {},
    ["--request GET", '--url "https://example.com/a?a=3"'],
  ],
  [
    "a body with a quote in it",
    { requestBody: json({ const: { a: "it's" } }) },
    { method: "post" },
    [
      "--request POST",
      '--url "https://example.com/a"',
      '--header "Content-Type: application/json"',
      `--data-raw '{ "a": "it'\\''s" }'`,
    ],
  ],
  [
    "a form",
    {
      requestBody: { content: { "application/x-www-form-urlencoded": { schema: { const: { a: "b c" } } } } },
    },
    { method: "post" },
    ["--request POST", '--url "https://example.com/a"', "--data-urlencode 'a=b c'"],
  ],
  [
    "a form in parts",
    { requestBody: { content: { "multipart/form-data": { schema: { const: { a: { b: 1 } } } } } } },
    { method: "put" },
    ["--request PUT", '--url "https://example.com/a"', `--form-string 'a={"b":1}'`],
  ],
  [
    "a key in the query",
    {},
    {
      more: {
        servers: [{ url: "https://{area}.shop.test/v1/", variables: { area: { default: "eu" } } }],
        security: [{ k: [] }],
        components: { securitySchemes: { k: { type: "apiKey", in: "query", name: "key" } } },
      },
    },
    ["--request GET", '--url "https://eu.shop.test/v1/a?key=$SHOP_KEY"'],
  ],
];

describe("the command for curl", () => {
  test.each(COMMANDS)("of %s", (_, operation, at, lines) => {
    expect(showOperation(operation, at).curl).toBe(`curl ${lines.join(" \\\n  ")}\n`);
  });
});

describe("the program of another document", () => {
  const shared = { ...client, isOwn: false };
  const write = (operation: object, more: object = {}) => {
    const root = { openapi: "3.1.1", info: {}, paths: { "/a": { post: operation } }, ...more };
    // It gives a document of the same form.
    const { paths } = JSON.parse(describeDocument(root, shared)) as Shown;
    return paths["/a"]?.["post"]?.["x-codeSamples"][0]?.source;
  };

  test("names the generated files, and what each part of the request is", () => {
    const parameters = [
      { in: "query", name: "q", required: true, schema: { const: 1 } },
      { in: "cookie", name: "c-d", required: true, schema: { const: "x" } },
    ];
    const requestBody = { content: { "multipart/form-data": { schema: { const: { a: "b" } } } } };
    expect(write({ operationId: "send", parameters, requestBody })).toBe(
      [
        'import { createClientFor } from "shop-client";',
        'import { operations, servers } from "./generated/operations.js";',
        'import type { paths } from "./generated/schema.js";',
        "",
        "const shop = createClientFor<paths, typeof operations>(operations, servers);",
        "",
        "const result = await shop.send({",
        '  params: { query: { q: 1 }, cookie: { "c-d": "x" } },',
        '  body: { a: "b" },',
        "});",
        "console.log(result);",
        "",
      ].join("\n"),
    );
  });

  test("gives a credential where the operation needs one", () => {
    const components = { securitySchemes: { k: { type: "http", scheme: "bearer" } } };
    const given = "(operations, servers, {\n  apiKey: process.env.SHOP_KEY,\n})";
    expect(write({ security: [{ k: [] }] }, { components })).toContain(given);
    expect(write({ security: [{}] }, { components })).not.toContain("SHOP_KEY");
  });
});
