// What an answer is read as (OpenAPI 3.1 §4.8.16, §4.8.17; RFC 9110 §8.3, §12.5.1), from its bytes.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWire, type Described, type Wire } from "./document.js";
import type { RawAnswer } from "./raw-server.js";

const string = { type: "string" };
const binary = { type: "string", format: "binary" };
const one = { type: "object", required: ["one"], properties: { one: string } };
const two = { type: "object", required: ["two"], properties: { two: string } };
const bytes = new Uint8Array([0x89, 0x50, 0x00, 0xff]);

const content = (of: Readonly<Record<string, object>>): object => ({
  description: "",
  content: Object.fromEntries(Object.entries(of).map(([mediaType, schema]) => [mediaType, { schema }])),
});
const give = (of: Readonly<Record<string, object>>): Described => ({ responses: { "200": content(of) } });
const as = (contentType: string | undefined, body: string | Uint8Array, status = 200): RawAnswer => ({
  status,
  headers: contentType === undefined ? {} : { "content-type": contentType },
  body,
});

/** Data, or the words of the error. */
type Expected =
  | { readonly data: unknown }
  | { readonly bytes: Uint8Array; readonly type: string }
  | { readonly words: string };
type Row = readonly [
  claim: string,
  described: Described,
  accept: string,
  answer: RawAnswer,
  expected: Expected,
];

const JSON_TYPE = "application/json";
const mixed = give({ "*/*": string, "text/*": string, [JSON_TYPE]: one });
const versions = give({ "application/vnd.a+json;version=1": one, "application/vnd.a+json;version=2": two });

const ROWS: readonly Row[] = [
  ["JSON", give({ [JSON_TYPE]: one }), JSON_TYPE, as(JSON_TYPE, '{"one":"a"}'), { data: { one: "a" } }],
  [
    "JSON of another case and charset",
    give({ [JSON_TYPE]: one }),
    JSON_TYPE,
    as("Application/JSON ; charset=UTF-8", '{"one":"a"}'),
    { data: { one: "a" } },
  ],
  [
    "JSON with a byte order mark",
    give({ [JSON_TYPE]: one }),
    JSON_TYPE,
    as(JSON_TYPE, '\ufeff{"one":"a"}'),
    { data: { one: "a" } },
  ],
  [
    "JSON by its suffix",
    give({ "application/hal+json": one }),
    "application/hal+json",
    as("application/hal+json", '{"one":"a"}'),
    { data: { one: "a" } },
  ],
  [
    "JSON whose key has a charset",
    give({ "application/json; charset=utf-8": one }),
    JSON_TYPE,
    as(JSON_TYPE, '{"one":"a"}'),
    { data: { one: "a" } },
  ],
  [
    "JSON without a name",
    give({ [JSON_TYPE]: one }),
    JSON_TYPE,
    as(undefined, '{"one":"a"}'),
    { data: { one: "a" } },
  ],
  [
    "JSON that its schema refuses",
    give({ [JSON_TYPE]: one }),
    JSON_TYPE,
    as(JSON_TYPE, "{}"),
    { words: "does not match the schema" },
  ],
  [
    "JSON that is none",
    give({ [JSON_TYPE]: one }),
    JSON_TYPE,
    as(JSON_TYPE, "{"),
    { words: "is not valid UTF-8 JSON" },
  ],
  [
    "no JSON at all",
    give({ [JSON_TYPE]: one }),
    JSON_TYPE,
    as(JSON_TYPE, ""),
    { words: "status 200 with an empty body; the document has application/json" },
  ],

  ["text", give({ "text/plain": string }), "text/plain", as("text/plain", '"ü"'), { data: '"ü"' }],
  [
    "text in its charset",
    give({ "text/plain": string }),
    "text/plain",
    as('text/plain; charset="ISO-8859-1"', new Uint8Array([0xfc])),
    { data: "ü" },
  ],
  [
    "text in two bytes a letter",
    give({ "text/plain": string }),
    "text/plain",
    as("text/plain;charset=utf-16le", new Uint8Array([0xfc, 0])),
    { data: "ü" },
  ],
  [
    "text that is not in its charset",
    give({ "text/plain": string }),
    "text/plain",
    as("text/plain; charset=utf-8", new Uint8Array([0xfc])),
    { words: "is not valid text/plain; charset=utf-8" },
  ],
  [
    "text in a charset that nobody knows",
    give({ "text/plain": string }),
    "text/plain",
    as("text/plain; charset=none", "a"),
    { words: "is not valid text/plain; charset=none" },
  ],
  ["no text", give({ "text/plain": string }), "text/plain", as("text/plain", ""), { data: "" }],
  [
    "text that its schema refuses",
    give({ "text/plain": { type: "string", enum: ["a"] } }),
    "text/plain",
    as("text/plain", "b"),
    { words: "does not match the schema" },
  ],
  [
    "a number that is text",
    give({ "text/plain": { type: "integer" } }),
    "text/plain",
    as("text/plain", "42"),
    { data: 42 },
  ],
  [
    "no number",
    give({ "text/plain": { type: "integer" } }),
    "text/plain",
    as("text/plain", "no"),
    { words: "does not match the schema" },
  ],
  [
    "XML, whatever it stands for",
    give({ "application/xml": one }),
    "application/xml",
    as("application/xml", "<one/>"),
    { data: "<one/>" },
  ],
  [
    "CSV, whatever it stands for",
    give({ "text/csv": { type: "array" } }),
    "text/csv",
    as("text/csv", "a,b"),
    { data: "a,b" },
  ],
  [
    "lines of JSON",
    give({ "application/x-ndjson": one }),
    "application/x-ndjson",
    as("application/x-ndjson", "{}\n{}"),
    { data: "{}\n{}" },
  ],
  [
    "a form",
    give({ "application/x-www-form-urlencoded": one }),
    "application/x-www-form-urlencoded",
    as("application/x-www-form-urlencoded", "one=a"),
    { data: "one=a" },
  ],

  [
    "a picture",
    give({ "image/png": binary }),
    "image/png",
    as("image/png", bytes),
    { bytes, type: "image/png" },
  ],
  [
    "a picture without a schema",
    give({ "image/png": {} }),
    "image/png",
    as("image/png", bytes),
    { bytes, type: "image/png" },
  ],
  [
    "octets",
    give({ "application/octet-stream": string }),
    "application/octet-stream",
    as("application/octet-stream", bytes),
    { bytes, type: "application/octet-stream" },
  ],
  [
    "no octets",
    give({ "application/octet-stream": binary }),
    "application/octet-stream",
    as("application/octet-stream", ""),
    { bytes: new Uint8Array(), type: "application/octet-stream" },
  ],
  [
    "a file of a kind that nobody knows",
    give({ "application/x-thing": {} }),
    "application/x-thing",
    as("application/x-thing", bytes),
    { bytes, type: "application/x-thing" },
  ],
  [
    "a text of such a kind",
    give({ "application/x-thing": string }),
    "application/x-thing",
    as("application/x-thing", "a"),
    { data: "a" },
  ],
  [
    "octets of any name",
    give({ "*/*": binary }),
    "*/*",
    as("application/pdf", bytes),
    { bytes, type: "application/pdf" },
  ],
  [
    "octets that are JSON",
    give({ "*/*": binary }),
    "*/*",
    as(JSON_TYPE, "{}"),
    { bytes: new TextEncoder().encode("{}"), type: JSON_TYPE },
  ],

  ["any type: JSON", give({ "*/*": one }), "*/*", as(JSON_TYPE, '{"one":"a"}'), { data: { one: "a" } }],
  [
    "any type: JSON that its schema refuses",
    give({ "*/*": one }),
    "*/*",
    as(JSON_TYPE, '{"one":1}'),
    { words: "does not match the schema" },
  ],
  [
    "any type: JSON that is none",
    give({ "*/*": one }),
    "*/*",
    as(JSON_TYPE, "{"),
    { words: "is not valid application/json" },
  ],
  ["any type: text", give({ "*/*": string }), "*/*", as("text/html", "<p>"), { data: "<p>" }],
  ["any type: bytes", give({ "*/*": {} }), "*/*", as("image/gif", bytes), { bytes, type: "image/gif" }],
  [
    "a range of pictures",
    give({ "image/*": binary }),
    "image/*",
    as("image/gif", bytes),
    { bytes, type: "image/gif" },
  ],
  [
    "a range that does not cover it",
    give({ "image/*": binary }),
    "image/*",
    as("text/html", "<p>"),
    { words: "status 200 with text/html; the document has image/*" },
  ],

  [
    "the most exact: itself before every range",
    mixed,
    `${JSON_TYPE}, */*, text/*`,
    as(JSON_TYPE, '{"one":"a"}'),
    { data: { one: "a" } },
  ],
  [
    "the most exact: and it alone counts",
    mixed,
    `${JSON_TYPE}, */*, text/*`,
    as(JSON_TYPE, '"a"'),
    { words: "does not match the schema" },
  ],
  [
    "the most exact: a range of its type before any",
    give({ "*/*": binary, "text/*": string }),
    "*/*, text/*",
    as("text/css", "a"),
    { data: "a" },
  ],
  [
    "the most exact: any",
    mixed,
    `${JSON_TYPE}, */*, text/*`,
    as("application/xml", "<a/>"),
    { data: "<a/>" },
  ],
  [
    "the most exact: with its parameters",
    versions,
    "application/vnd.a+json;version=1, application/vnd.a+json;version=2",
    as('application/vnd.a+json; Version="2"', '{"two":"a"}'),
    { data: { two: "a" } },
  ],
  [
    "the most exact: with its parameters, and it alone counts",
    versions,
    "application/vnd.a+json;version=1, application/vnd.a+json;version=2",
    as("application/vnd.a+json; version=1", '{"two":"a"}'),
    { words: "does not match the schema" },
  ],
  [
    "the most exact: without parameters, the first",
    versions,
    "application/vnd.a+json;version=1, application/vnd.a+json;version=2",
    as("application/vnd.a+json", '{"one":"a"}'),
    { data: { one: "a" } },
  ],
  [
    "the most exact: with parameters that nobody has",
    versions,
    "application/vnd.a+json;version=1, application/vnd.a+json;version=2",
    as("application/vnd.a+json;version=3", "{}"),
    { words: "the document has application/vnd.a+json;version=1, application/vnd.a+json;version=2" },
  ],
  [
    "several: JSON is asked for first",
    give({ "text/csv": string, [JSON_TYPE]: one }),
    `${JSON_TYPE}, text/csv`,
    as("text/csv", "a"),
    { data: "a" },
  ],
  [
    "several: a name that is none of them",
    give({ "text/csv": string, [JSON_TYPE]: one }),
    `${JSON_TYPE}, text/csv`,
    as("text/html", "a"),
    { words: `status 200 with text/html; the document has text/csv, ${JSON_TYPE}` },
  ],

  [
    "a range of statuses",
    { responses: { "2XX": content({ [JSON_TYPE]: one }) } },
    JSON_TYPE,
    as(JSON_TYPE, '{"one":"a"}', 203),
    { data: { one: "a" } },
  ],
  [
    "a status before its range",
    { responses: { "2XX": content({ [JSON_TYPE]: one }), "201": content({ [JSON_TYPE]: two }) } },
    JSON_TYPE,
    as(JSON_TYPE, '{"two":"a"}', 201),
    { data: { two: "a" } },
  ],
  [
    "default alone is a success",
    { responses: { default: content({ [JSON_TYPE]: one }) } },
    JSON_TYPE,
    as(JSON_TYPE, '{"one":"a"}', 202),
    { data: { one: "a" } },
  ],
  [
    "default alone, and its schema counts",
    { responses: { default: content({ [JSON_TYPE]: one }) } },
    JSON_TYPE,
    as(JSON_TYPE, "{}"),
    { words: "does not match the schema" },
  ],
  [
    "default beside a failure is a success too",
    { responses: { "404": content({}), default: content({ "text/plain": string }) } },
    "text/plain",
    as("text/plain", "a"),
    { data: "a" },
  ],
  [
    "default beside a success is a failure",
    { responses: { "204": content({}), default: content({ [JSON_TYPE]: one }) } },
    JSON_TYPE,
    as(JSON_TYPE, '{"one":"a"}'),
    { words: "status 200 is not in the document" },
  ],
  [
    "default alone describes failures too",
    { responses: { default: content({ [JSON_TYPE]: one }) } },
    JSON_TYPE,
    as(JSON_TYPE, '{"one":"a"}', 404),
    { words: "status 404" },
  ],
  [
    "HEAD has no body",
    { method: "head", ...give({ [JSON_TYPE]: one }) },
    JSON_TYPE,
    { status: 200, headers: { "content-type": JSON_TYPE, "content-length": "12" } },
    { data: undefined },
  ],
  [
    "204 has none",
    { responses: { "200": content({ [JSON_TYPE]: one }), "204": content({}) } },
    JSON_TYPE,
    { status: 204 },
    { data: undefined },
  ],
];

let wire: Wire;
beforeAll(async () => {
  wire = await startWire(ROWS.map(([, described]) => described));
});
afterAll(async () => wire.close());

describe("an answer", () => {
  it.each(
    ROWS.map(([claim, , accept, answer, expected], index) => ({ claim, accept, answer, expected, index })),
  )("$claim", async ({ accept, answer, expected, index }) => {
    const { sent, result } = await wire.call(index, undefined, answer);
    expect(sent?.headers["accept"]).toBe(accept);
    expect(await describeResult(result, expected)).toEqual(expected);
  });
});

/** Of an error, the words that are expected where it has them. */
async function describeResult(result: unknown, expected: Expected): Promise<Expected> {
  if (result instanceof Error) {
    const words = "words" in expected && result.message.includes(expected.words) ? expected.words : undefined;
    return { words: words ?? result.message };
  }
  if (!(result instanceof Blob)) return { data: result };
  return { bytes: new Uint8Array(await result.arrayBuffer()), type: result.type };
}

const taken = (mediaType: string): object => ({
  requestBody: { content: { [mediaType]: { schema: {} } } },
});

describe("an answer keeps what every answer keeps", () => {
  const token = "tok-0123456789abcdef";
  const named = {
    parameters: [
      { in: "query", name: "access_token", schema: string },
      { in: "cookie", name: "sid", schema: string },
    ],
  };
  let kept: Wire;
  beforeAll(async () => {
    kept = await startWire([
      {
        ...named,
        ...give({ "image/png": binary, [JSON_TYPE]: one, "text/plain": { type: "string", maxLength: 1 } }),
      },
      { method: "post", ...taken("application/x-www-form-urlencoded") },
      { method: "post", ...taken("multipart/form-data") },
      { method: "post", ...taken("text/plain") },
      { responses: { "200": content({ [JSON_TYPE]: one }), "201": content({ "text/plain": string }) } },
    ]);
  });
  afterAll(async () => kept.close());

  it("bytes are no more than may be read", async () => {
    const { result } = await kept.call(0, { maxResponseBytes: 3 }, as("image/png", bytes));
    expect(result).toMatchObject({ code: "unexpected_response", message: expect.stringContaining("(3)") });
  });

  it.each([
    ["a query", 0, { params: { query: { access_token: token } } }],
    ["a cookie", 0, { params: { cookie: { sid: token } } }],
    ["a form", 1, { body: { password: token } }],
    ["a form as text", 1, { body: `password=${token}` }],
    ["URLSearchParams", 1, { body: new URLSearchParams({ password: token }) }],
    ["parts", 2, { body: { nested: { client_secret: token }, file: new Blob(["x"]) } }],
    ["a text that is JSON", 3, { body: JSON.stringify({ api_key: token }) }],
    ["a text that is a form", 3, { body: `api_key=${token}` }],
  ])("a secret of %s is hidden in what the server echoes", async (_, index, input) => {
    const echo = as(
      JSON_TYPE,
      JSON.stringify({ message: `no such ${token}`, at: encodeURIComponent(token) }),
      400,
    );
    const { sent, result } = await kept.call(index, input, echo);
    expect(`${sent?.line} ${sent?.headers["cookie"]} ${sent?.body.toString()}`).toContain(token);
    const { message, body } = result as { message: string; body: unknown };
    expect(message).toContain("no such [redacted]");
    expect(JSON.stringify([message, body])).not.toContain(token);
  });

  it("a text that its schema refuses is shown without its secrets", async () => {
    const { result } = await kept.call(
      0,
      { params: { query: { access_token: token } } },
      as("text/plain", `it is ${token}`),
    );
    expect(result).toMatchObject({ code: "response_validation", body: "it is [redacted]" });
  });

  it("status tells successes apart", async () => {
    const [first, second] = [as(JSON_TYPE, '{"one":"a"}'), as("text/plain", "made", 201)];
    const outcomes = [];
    for (const answer of [first, second]) {
      // oxlint-disable-next-line no-await-in-loop -- one server answers one after the other
      await kept.call(4, undefined, answer);
      // oxlint-disable-next-line no-await-in-loop -- one server answers one after the other
      const outcome = await kept.client["call4"]?.().withResponse();
      // oxlint-disable-next-line no-await-in-loop -- one server answers one after the other
      outcomes.push([outcome?.status, outcome?.data, await outcome?.response.text()]);
    }
    expect(outcomes).toEqual([
      [200, { one: "a" }, '{"one":"a"}'],
      [201, "made", "made"],
    ]);
  });
});
