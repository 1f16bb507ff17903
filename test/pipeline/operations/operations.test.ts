import { describe, expect, test } from "vitest";
import { renderOperations } from "../../../scripts/pipeline/operations.js";
import { readPointer } from "../../../scripts/json/pointer.js";
import { formatTypeScript } from "../../../scripts/pipeline/format.js";

type Json = Readonly<Record<string, unknown>>;

/** The value of `operations` and `servers`, with each validator as the text of its name. */
async function evaluate(document: Json): Promise<{ operations: Json; servers: unknown }> {
  const { text } = renderOperations(document, (pointer, direction) => {
    return readPointer(document, pointer) !== undefined
      ? `${direction}_${pointer.replaceAll(/\W+/g, "_")}`
      : undefined;
  });
  await formatTypeScript(text);
  const code = text
    .replaceAll(/import \{[^}]*\} from "[^"]*";/g, "")
    .replaceAll(/(?<=[ [])(validate\w+|(?:write|read|match|choose)[A-Z]\w*)(?=[ ,}\]])/g, '"$1"')
    .replaceAll(" as const", "");
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    operations: Json;
    servers: unknown;
  };
}

const ok = { "200": { description: "Fine" } };

async function operation(path: Json, rest: Json = {}): Promise<Json> {
  const { operations } = await evaluate({ openapi: "3.1.0", paths: { "/a": path }, ...rest });
  // One path with one operation is given.
  return Object.values(operations)[0] as Json;
}

describe("an operation says", () => {
  test.each([
    ["GET is idempotent", { get: { responses: ok } }, {}, { method: "GET", idempotent: true }],
    ["POST is not", { post: { responses: ok } }, {}, { method: "POST", idempotent: false }],
    [
      "the document knows better",
      { patch: { "x-idempotent": true, responses: ok } },
      {},
      { idempotent: true },
    ],
    ["also the other way", { put: { "x-idempotent": false, responses: ok } }, {}, { idempotent: false }],
    ["it is deprecated", { get: { deprecated: true, responses: ok } }, {}, { deprecated: true }],
    [
      "its own server",
      { get: { servers: [{ url: "https://b.example" }], responses: ok } },
      {},
      { servers: ["https://b.example"] },
    ],
    [
      "its path's server",
      { servers: [{ url: "https://c.example" }], get: { responses: ok } },
      {},
      { servers: ["https://c.example"] },
    ],
    ["it has no body", { get: { responses: ok } }, {}, { requestBody: undefined }],
  ])("%s", async (_claim, path, rest, expected) => {
    expect(await operation(path, rest)).toMatchObject(expected);
  });
});

test("a parameter of the operation takes the place of its path's, and defaults are filled in", async () => {
  const path = {
    parameters: [
      { in: "query", name: "page", schema: { type: "string" } },
      { $ref: "#/components/parameters/Trace" },
    ],
    get: {
      parameters: [
        {
          in: "query",
          name: "page",
          required: true,
          explode: false,
          allowReserved: true,
          schema: { type: "integer" },
        },
        { in: "cookie", name: "filter", content: { "application/json": { schema: {} } } },
        { in: "path", name: "id", required: true, style: "label", schema: {} },
      ],
      responses: ok,
    },
  };
  const components = { parameters: { Trace: { in: "header", name: "X-Trace", schema: {} } } };
  const { parameters } = await operation(path, { components });
  expect(parameters).toEqual([
    {
      in: "query",
      name: "page",
      required: true,
      write: "writeForm",
      explode: false,
      allowReserved: true,
      validate: "validaterequest__paths_1a_get_parameters_0_schema",
    },
    {
      in: "header",
      name: "X-Trace",
      required: false,
      write: "writeHeader",
      explode: false,
      validate: "validaterequest__components_parameters_Trace_schema",
    },
    {
      in: "cookie",
      name: "filter",
      required: false,
      write: "writeContent",
      explode: true,
      contentType: "application/json",
      validate: "validaterequest__paths_1a_get_parameters_1_content_application_1json_schema",
    },
    {
      in: "path",
      name: "id",
      required: true,
      write: "writeLabel",
      explode: false,
      validate: "validaterequest__paths_1a_get_parameters_2_schema",
    },
  ]);
});

test("bodies and responses are found through references, by media type and by status", async () => {
  const path = {
    post: {
      requestBody: { $ref: "#/components/requestBodies/Thing" },
      responses: {
        "200": { $ref: "#/components/responses/Thing" },
        "4XX": {
          description: "Wrong",
          content: { "application/problem+json; charset=utf-8": { schema: {} } },
        },
        default: { description: "Else", content: { "text/plain": {} } },
        "204": { description: "Nothing" },
        "x-note": "no status",
      },
    },
  };
  const components = {
    requestBodies: {
      Thing: { required: true, content: { "application/json": { schema: {} }, "image/*": {} } },
    },
    responses: { Thing: { description: "Fine", content: { "application/json": { schema: {} } } } },
  };
  expect(await operation(path, { components })).toMatchObject({
    requestBody: {
      required: true,
      content: {
        "application/json":
          "validaterequest__components_requestBodies_Thing_content_application_1json_schema",
        "image/*": { validate: undefined, write: "writeBytesBody" },
      },
      choose: "chooseContent",
    },
    responses: {
      "200": {
        "application/json": "validateresponse__components_responses_Thing_content_application_1json_schema",
      },
      "204": {},
      "4XX": {
        "application/problem+json; charset=utf-8":
          "validateresponse__paths_1a_post_responses_4XX_content_application_1problem_json_charset_utf_8_schema",
      },
      default: { "text/plain": undefined },
    },
  });
});

test("a reference that stands for a whole path item is followed", async () => {
  const paths = { "/a": { $ref: "#/components/pathItems/A" } };
  const components = { pathItems: { A: { get: { operationId: "readA", responses: ok } } } };
  const { operations } = await evaluate({ paths, components });
  expect(operations).toHaveProperty("readA.path", "/a");
});

test("servers are the document's, with variables at their defaults, and the root without any", async () => {
  const servers = [
    { url: "https://{region}.example/{v}", variables: { region: { default: "eu" } } },
    { url: "/" },
  ];
  expect((await evaluate({ paths: {}, servers })).servers).toEqual(["https://eu.example/{v}", "/"]);
  expect((await evaluate({ paths: {} })).servers).toEqual(["/"]);
});

test("texts of the document stay texts", async () => {
  const nasty = "\"];evil()//`${evil()}\\'\n\u2028\u2029</script>*/ evil() /*";
  const { operations } = await evaluate({
    components: { securitySchemes: JSON.parse('{"__proto__": {"type": "oauth2"}}') },
    paths: {
      [`/${nasty}`]: {
        get: {
          operationId: "__proto__",
          summary: nasty,
          description: `${nasty}\r\nsecond`,
          security: [JSON.parse('{"__proto__": []}')],
          parameters: [{ in: "query", name: nasty }],
          responses: { "200": { description: "", content: { [nasty]: { schema: {} } } } },
        },
      },
    },
  });
  expect(Object.keys(operations)).toEqual(["__proto__"]);
  const found = Object.getOwnPropertyDescriptor(operations, "__proto__")?.value as Json;
  expect(found).toMatchObject({ path: `/${nasty}`, parameters: [{ name: nasty }] });
  expect(JSON.stringify(found["security"])).toBe('[{"__proto__":{"write":"writeBearer"}}]');
  expect(Object.keys((found["responses"] as Json)["200"] as Json)).toEqual([nasty]);
});

const body = (...types: string[]) => ({
  requestBody: { content: Object.fromEntries(types.map((type) => [type, {}])) },
});

const parts = (headers: Json) => ({
  requestBody: { content: { "multipart/form-data": { encoding: { f: { headers } } } } },
});

describe("a warning tells what the client does not write of an operation", () => {
  const cookie = { in: "cookie", name: "sid", schema: { type: "string" } };
  test.each([
    ["nothing, of most", {}, []],
    [
      "its own server without TLS",
      { servers: [{ url: "http://b.test" }] },
      ["sends nothing to http://b.test, which has no TLS"],
    ],
    ["nothing, of its own server", { servers: [{ url: "http://b.test" }, { url: "https://b.test" }] }, []],
    ["nothing, of a relative server", { servers: [{ url: "/v2" }] }, []],
    ["nothing, of a server on loopback", { servers: [{ url: "http://localhost:8080" }] }, []],
    ["a cookie", { parameters: [cookie] }, ['does not send the cookie "sid" from a browser']],
    [
      "a header of a part",
      parts({ "X-A": { required: true, schema: {} }, "X-B": { schema: {} } }),
      ['does not send the header "X-A" of "f", which has no value'],
    ],
    ["nothing, of one with a value", parts({ "X-A": { required: true, schema: { const: "a" } } }), []],
    [
      "a charset",
      body("text/plain; charset=utf-16"),
      ["writes no text in the charset of text/plain; charset=utf-16"],
    ],
    [
      "a form in another charset than UTF-8",
      body("application/x-www-form-urlencoded; charset=iso-8859-1"),
      [
        "writes no text in the charset of application/x-www-form-urlencoded; charset=iso-8859-1; it writes UTF-8",
      ],
    ],
    ["nothing, of a charset that it writes", body('text/plain; charset="UTF-8"'), []],
    [
      "events",
      { responses: { "200": { content: { "text/event-stream": {} } } } },
      ["gives text/event-stream as one text"],
    ],
    ["nothing, of any form", body("multipart/form-data", "application/x-www-form-urlencoded"), []],
  ])("%s", (_, said, words) => {
    const { problems } = renderOperations(
      {
        openapi: "3.1.0",
        servers: [{ url: "https://a.test" }],
        paths: { "/a": { post: { operationId: "post", responses: ok, ...said } } },
      },
      () => undefined,
    );
    expect(problems).toEqual(
      words.map((text) => ({
        severity: "warning",
        rule: "client",
        message: expect.stringContaining(`post: the client ${text}`),
        pointer: "/paths/~1a/post",
      })),
    );
  });
});
