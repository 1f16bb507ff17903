import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClientFor } from "../../../src/client.js";
import type { Operation, RequestMedia, Validate } from "../../../src/call/operation.js";
import { chooseContent } from "../../../src/wire/body/choose-content.js";
import { matchContent } from "../../../src/wire/response/match-content.js";
import { readText } from "../../../src/wire/response/read-text.js";
import { writeBytesBody } from "../../../src/wire/body/write-bytes-body.js";
import { writeForm } from "../../../src/wire/parameter/write-form.js";
import { writeFormBody } from "../../../src/wire/body/write-form-body.js";
import { writeHeader } from "../../../src/wire/parameter/write-header.js";
import { writeMultipartBody } from "../../../src/wire/body/write-multipart-body.js";
import { writeParameters } from "../../../src/wire/parameter/write-parameters.js";
import { writeSimple } from "../../../src/wire/parameter/write-simple.js";
import { writeTextBody } from "../../../src/wire/body/write-text-body.js";
import {
  createClient,
  type ClientForOptions,
  type ClientOptions,
  type Credentials,
} from "../../../src/index.js";
import { JETEMAIL } from "../../../src/jetemail.js";
import type { Policy } from "../../../src/policy.js";
import { writeBasic } from "../../../src/wire/credential/write-basic.js";
import { writeBearer } from "../../../src/wire/credential/write-bearer.js";

/** A situation, how to come into it, and each error that it makes, causes after it. */
type Row = readonly [situation: string, provoke: () => unknown, ...messages: readonly string[]];

const refuseAll: Validate = () => [
  { message: "must be a number", path: ["size", 0], keyword: "type", keywordLocation: "/type" },
];
const parameter = { in: "query", name: "page", required: false, write: writeForm, explode: true };
const operation: Operation = {
  method: "GET",
  path: "/keys/{id}",
  idempotent: true,
  security: [{ key: { write: writeBearer } }],
  parameters: [
    { ...parameter, in: "path", name: "id", required: true, write: writeSimple, validate: undefined },
    { ...parameter, validate: refuseAll },
    { ...parameter, in: "header", name: "x-token", write: writeHeader, validate: undefined },
  ],
  writeParameters,
  requestBody: undefined,
  match: matchContent,
  responses: {
    200: { "application/json": undefined, "text/csv": { validate: undefined, read: readText } },
    201: { "application/json": refuseAll },
  },
};
const upload: Operation = {
  ...operation,
  method: "POST",
  path: "/keys",
  parameters: [],
  requestBody: { required: true, content: { "application/json": refuseAll } },
};
const take = (mediaType: string, media: RequestMedia): Operation => ({
  ...upload,
  requestBody: { required: true, content: { [mediaType]: media }, choose: chooseContent },
});
const bodies = {
  sendForm: take("application/x-www-form-urlencoded", { validate: undefined, write: writeFormBody }),
  sendParts: take("multipart/form-data", { validate: undefined, write: writeMultipartBody }),
  sendText: take("text/plain; charset=latin1", { validate: undefined, write: writeTextBody }),
  sendImage: take("image/*", { validate: undefined, write: writeBytesBody }),
};
const createKey: Operation = { ...upload, idempotent: false, requestBody: undefined };
const logIn: Operation = {
  ...createKey,
  security: [{ login: { write: writeBasic }, key: { write: writeBearer } }, { login: { write: writeBasic } }],
};

type Call = (input?: object) => Promise<unknown>;
type Methods = Readonly<Record<"getKey" | "upload" | "createKey" | "logIn" | keyof typeof bodies, Call>>;

const OPTIONS = {
  apiKey: "api_k3y",
  baseUrl: "https://api.example.com",
  maxRetries: 0,
  rateLimit: false,
} satisfies ClientOptions;

function make(options: ClientForOptions, policy: Policy = JETEMAIL): Methods {
  const all = { ...OPTIONS, ...options };
  const operations = { getKey: operation, upload, createKey, logIn, ...bodies };
  const client: unknown = createClientFor(operations, [], all, policy);
  // Its types are those of a document, and this one is made up.
  return client as Methods;
}

const respond =
  (body: BodyInit | null, init: ResponseInit = {}) =>
  async (): Promise<Response> =>
    new Response(body, { headers: { "content-type": "application/json" }, ...init });

const BODY = { api_token: "transactional_t0ken" };
const params = { path: { id: "a" } };
const create = (options: object) => () => createClient({ ...OPTIONS, ...options });
const get = (input: object, options: ClientForOptions = {}) => make(options).getKey(input);
const give = (credentials: object, apiKey?: string) => () =>
  make({ apiKey, credentials: credentials as Credentials }).logIn();
const receive = (body: BodyInit | null, init?: ResponseInit) => () =>
  get({ params }, { fetch: respond(body, init) });
const fail = (thrown: unknown) => (): never => {
  throw thrown;
};

const failWith = (code: string) =>
  fail(new TypeError("fetch failed", { cause: Object.assign(new Error("why"), { code }) }));

/** A gate that cannot be told of a 429, and the call after that. */
async function refuseTwice(): Promise<void> {
  const rateLimit = { acquire: () => 0, block: fail(new Error("no Redis")) };
  const client = make({ rateLimit, fetch: respond("{}", { status: 429 }) });
  await client.getKey({ params }).catch(() => {});
  await client.getKey({ params });
}

function createInBrowser(): void {
  Object.assign(globalThis, { document: {} });
  try {
    createClient(OPTIONS);
  } finally {
    Reflect.deleteProperty(globalThis, "document");
  }
}

const wrongUse: readonly Row[] = [
  [
    "an unknown option",
    create({ timeout: 1 }),
    'TypeError: unknown option "timeout"; did you mean "timeoutMs"?',
  ],
  [
    "an unknown part of the input",
    () => get({ parms: {} }),
    'TypeError: unknown option "parms"; did you mean "params"?',
  ],
  ["apiKey", create({ apiKey: 7 }), 'TypeError: option "apiKey" must be a string or a function'],
  ["baseUrl", create({ baseUrl: 7 }), 'TypeError: option "baseUrl" must be a string'],
  [
    "dangerouslyAllowBrowser",
    create({ dangerouslyAllowBrowser: "yes" }),
    'TypeError: option "dangerouslyAllowBrowser" must be true or false',
  ],
  ["fetch", create({ fetch: "fetch" }), 'TypeError: option "fetch" must be a function'],
  [
    "headers that name a key",
    create({ headers: { Authorization: "Bearer x" } }),
    'TypeError: option "headers" must be an object of valid HTTP headers without authorization',
  ],
  [
    "headers that HTTP does not allow",
    create({ headers: { "x-extra": "a\r\nb" } }),
    'TypeError: option "headers" must be an object of valid HTTP headers without authorization',
  ],
  [
    "maxResponseBytes",
    create({ maxResponseBytes: -1 }),
    'TypeError: option "maxResponseBytes" must be a whole number from 0 to 2147483647',
  ],
  [
    "maxRetries",
    create({ maxRetries: Infinity }),
    'TypeError: option "maxRetries" must be a whole number from 0 to 2147483647',
  ],
  ["account", create({ account: 7 }), 'TypeError: option "account" must be a string'],
  [
    "maxWaitMs",
    create({ maxWaitMs: -1 }),
    'TypeError: option "maxWaitMs" must be a whole number from 0 to 2147483647',
  ],
  ["waitForBlock", create({ waitForBlock: 1 }), 'TypeError: option "waitForBlock" must be true or false'],
  ["onRequest", create({ onRequest: {} }), 'TypeError: option "onRequest" must be a function'],
  ["onResponse", create({ onResponse: {} }), 'TypeError: option "onResponse" must be a function'],
  ["onRetry", create({ onRetry: {} }), 'TypeError: option "onRetry" must be a function'],
  ["onWait", create({ onWait: {} }), 'TypeError: option "onWait" must be a function'],
  [
    "rateLimit",
    create({ rateLimit: true }),
    'TypeError: option "rateLimit" must be an object with acquire() and block(), or false',
  ],
  ["signal", create({ signal: {} }), 'TypeError: option "signal" must be an AbortSignal'],
  [
    "timeoutMs",
    create({ timeoutMs: "30" }),
    'TypeError: option "timeoutMs" must be a whole number from 1 to 2147483647',
  ],
  [
    "timeoutMs of a call",
    () => get({ params, timeoutMs: NaN }),
    'TypeError: option "timeoutMs" must be a whole number from 1 to 2147483647',
  ],
  [
    "no key",
    create({ apiKey: "" }),
    "TypeError: the API key is missing: apiKey or JETEMAIL_API_KEY must give one",
  ],
  [
    "options that are a key",
    () => Reflect.apply(createClient, undefined, ["api_k3yy"]),
    "TypeError: createClient takes its options as one plain object, { … }",
  ],
  [
    "an input that is a list",
    () => get([]),
    "TypeError: getKey takes its options as one plain object, { … }",
  ],
  [
    "a body given flat",
    () => make({}).upload({ api_token: "transactional_t0ken" }),
    'TypeError: unknown option "api_token"; put it under body: { api_token: … }',
  ],
  [
    "a parameter given flat",
    () => get({ id: "a" }),
    'TypeError: unknown option "id"; put it under params: { path: { id: … } }',
  ],
  [
    "parameters that are a list",
    () => get({ params: [] }),
    'TypeError: option "params" must be a plain object',
  ],
  [
    "a key of another kind",
    create({ apiKey: "transactional_s3cret" }),
    "TypeError: the API key must be an api_ key, not a transactional_ key",
  ],
  [
    "a key with a line break at its end",
    create({ apiKey: "api_s3cret\n" }),
    "TypeError: the API key ends with a line break",
  ],
  [
    "a key with a space in it",
    create({ apiKey: "api_s3 cret" }),
    "TypeError: the API key contains characters that are not allowed in a header",
  ],
  [
    "credentials",
    create({ credentials: "api_k3y" }),
    'TypeError: option "credentials" must be a plain object',
  ],
  [
    "a credential of no kind",
    give({ login: 7 }),
    'TypeError: option "login" must be a string, an object with username and password, or a function',
  ],
  [
    "a credential of a scheme that the document does not have",
    give({ logIn: "ann:s3cret" }),
    'TypeError: unknown option "logIn"; did you mean "login"?',
  ],
  [
    "a username without a password",
    give({ login: { username: "ann" } }),
    "TypeError: credentials.login must be a string, or an object with username and password",
  ],
  [
    "a username that cannot be told from the password",
    give({ login: { username: "ann:b", password: "s3cret" } }),
    "TypeError: credentials.login has a colon in its username",
  ],
  [
    "a password with control characters",
    give({ login: { username: "ann", password: "s3\u0000cret" } }),
    "TypeError: credentials.login contains control characters",
  ],
  [
    "a token that is no text",
    give({ key: { username: "ann", password: "s3cret" }, login: "ann:s3cret" }),
    "TypeError: credentials.key must be a string",
  ],
  [
    "a base URL without TLS",
    create({ baseUrl: "http://api.example.com" }),
    'TypeError: option "baseUrl" must be an https URL (or http on localhost) without credentials, query or fragment',
  ],
  [
    "a browser",
    createInBrowser,
    "TypeError: the API key would be public in a browser; set dangerouslyAllowBrowser to allow it",
  ],
  [
    "a request that a middleware sends elsewhere",
    () => {
      const { http } = createClient(OPTIONS);
      http.use({ onRequest: () => new Request("https://elsewhere.example") });
      return http.PATCH("/outbound/transactional-keys", { body: { api_token: "transactional_t0ken" } });
    },
    "TypeError: not sent: the API key is for https://api.example.com, not for https://elsewhere.example",
  ],
];

const notSent: readonly Row[] = [
  ["no body", () => make({}).upload(), "RequestValidationError: upload: not sent: a body is required"],
  [
    "a body that the schema refuses",
    () => make({}).upload({ body: {} }),
    "RequestValidationError: upload: not sent: size[0]: must be a number",
  ],
  [
    "a body that cannot be written",
    () => make({}).upload({ body: { size: 1n } }),
    "RequestValidationError: upload: not sent: the body cannot be written as JSON: undefined, a function, a BigInt or a cycle",
  ],
  [
    "parameters that cannot be written",
    () => get({ params: { path: { id: { toJSON: fail("why") } } } }),
    "RequestValidationError: getKey: not sent: params cannot be written: a cycle, or a toJSON that throws",
  ],
  ...(
    [
      [
        "sendForm",
        7,
        "application/x-www-form-urlencoded: it must be an object without cycles, or URLSearchParams",
      ],
      ["sendForm", { a: new Blob() }, "application/x-www-form-urlencoded: it cannot hold bytes, only text"],
      ["sendParts", 7, "multipart/form-data: it must be an object without cycles, or a FormData"],
      [
        "sendParts",
        { a: new ReadableStream() },
        "multipart/form-data: a part cannot be a ReadableStream, but a Blob",
      ],
      [
        "sendText",
        {},
        "text/plain; charset=latin1: it must be a text, a Blob, an ArrayBuffer, a Uint8Array or a ReadableStream",
      ],
      ["sendText", "€", "text in another charset than UTF-8: give its bytes"],
      [
        "sendImage",
        new Blob(),
        "image/*, which is not the name of one: give a Blob with its type, or its name as contentType",
      ],
    ] as const
  ).map(([method, body, words]): Row => [
    `a body of ${method}`,
    () => make({})[method]({ body }),
    `RequestValidationError: ${method}: not sent: the body is ${words}`,
  ]),
  [
    "a media type that is not among those of the document",
    () => make({}).sendImage({ body: new Blob(), contentType: "text/plain" }),
    "RequestValidationError: sendImage: not sent: contentType must be one of: image/*",
  ],
  [
    "a parameter that the platform refuses, in words that would hold it",
    () => get({ params: { ...params, header: { "x-token": "s3cret-w0rd\n\u0000" } } }),
    "RequestValidationError: getKey: not sent: the platform refuses it",
    'TypeError: Headers.set: "[redacted]" is an invalid header value.',
  ],
  [
    "a body too many",
    () => get({ params, body: {} }),
    "RequestValidationError: getKey: not sent: this operation takes no body",
  ],
  [
    "a parameter, where the document has none",
    () =>
      (createClient(OPTIONS).updateTransactionalKey as Call)({ body: BODY, params: { query: { page: 1 } } }),
    "RequestValidationError: updateTransactionalKey: not sent: this operation takes no parameters",
  ],
  ["no parameter", () => get({}), "RequestValidationError: getKey: not sent: params.path.id: is required"],
  [
    "a path parameter that would leave its place",
    () => get({ params: { path: { id: ".." } } }),
    'RequestValidationError: getKey: not sent: params.path.id: must not be empty, "." or ".."',
  ],
  [
    "an unknown parameter",
    () => get({ params: { ...params, query: { pages: 1 } } }),
    "RequestValidationError: getKey: not sent: params.query.pages: is not a parameter of this operation; did you mean params.query.page?",
  ],
  [
    "two parameters that are wrong",
    () => get({ params: { query: { page: 1 } } }),
    "RequestValidationError: getKey: not sent: params.path.id: is required; params.query.page.size[0]: must be a number",
  ],
  [
    "a key that the function does not give",
    () => get({ params }, { apiKey: () => "" }),
    "AuthenticationError: getKey: the API key is empty",
  ],
  [
    "a function for the key that throws",
    () => get({ params }, { apiKey: fail(new Error("no vault")) }),
    "AuthenticationError: getKey: the apiKey function threw an error",
    "Error: no vault",
  ],
  [
    "a function for a credential that throws",
    give({ login: fail(new Error("no vault")) }),
    "AuthenticationError: logIn: the credentials.login function threw an error",
    "Error: no vault",
  ],
  [
    "no credential",
    give({ key: "api_k3y" }),
    'AuthenticationError: logIn: not sent: credentials are missing: the option "credentials" must give login with key, or login',
  ],
  [
    "a gate that throws",
    () => get({ params }, { rateLimit: { acquire: fail("no Redis"), block: () => {} } }),
    "GateError: getKey: the rateLimit gate threw an error in acquire()",
    "Error: a string was thrown",
  ],
  [
    "a gate that gives a time that is none",
    () => get({ params }, { rateLimit: { acquire: () => NaN, block: () => {} } }),
    "GateError: getKey: the rateLimit gate must give milliseconds as acquire(), 0 or more; it gave NaN",
  ],
  [
    "a gate that fails at a 429",
    () =>
      get(
        { params },
        {
          rateLimit: { acquire: () => 0, block: fail(new Error("no Redis")) },
          fetch: respond("{}", { status: 429 }),
        },
      ),
    "GateError: getKey: the rateLimit gate threw an error in block()",
    "Error: no Redis",
  ],
  [
    "a call after it",
    refuseTwice,
    "GateError: getKey: not sent: the rateLimit gate failed at a 429, and it holds until 14:02:11 UTC",
  ],
  [
    "a wait that is longer than the call allows",
    () => get({ params, maxWaitMs: 59_000 }, { rateLimit: { acquire: () => 59_001, block: () => {} } }),
    "RateLimitError: getKey: not sent: the rate limit requires a wait of 60 s; raise maxWaitMs, or call again at 13:58:11 UTC",
  ],
  [
    "a block",
    () =>
      get({ params }, { rateLimit: { acquire: () => 300_000, blockedMs: () => 300_000, block: () => {} } }),
    "RateLimitError: getKey: not sent: the API blocks this account for 5 min; set waitForBlock, or call again at 14:02:11 UTC",
  ],
];

const responses: readonly Row[] = [
  [
    "no connection",
    () => get({ params }, { fetch: failWith("ECONNREFUSED") }),
    "ConnectionError: getKey: no connection to api.example.com",
    "TypeError: fetch failed",
    "Error: why",
  ],
  [
    "no response, for whatever reason",
    () => get({ params }, { fetch: fail(new TypeError("fetch failed")) }),
    "ConnectionError: getKey: no response from api.example.com",
    "TypeError: fetch failed",
  ],
  [
    "a response whose head is too large",
    () => get({ params }, { fetch: failWith("UND_ERR_HEADERS_OVERFLOW") }),
    "UnexpectedResponseError: getKey: the response of api.example.com is not valid HTTP",
    "TypeError: fetch failed",
    "Error: why",
  ],
  [
    "a fetch that gives something else",
    () => get({ params }, { fetch: async () => JSON.parse("{}") }),
    "UnexpectedResponseError: getKey: your fetch returned Object where a Response is required",
  ],
  [
    "no response in time",
    () => get({ params, timeoutMs: 1 }, { fetch: () => new Promise(() => {}) }),
    "TimeoutError: getKey: no response within 1 ms",
  ],
  [
    "no response to a request that may not be sent twice",
    () => make({ fetch: fail(new TypeError("fetch failed")) }).createKey(),
    "ConnectionError: createKey: no response from api.example.com; createKey may have been carried out",
    "TypeError: fetch failed",
  ],
  [
    "no connection for a request that may not be sent twice",
    () => make({ fetch: failWith("ECONNREFUSED") }).createKey(),
    "ConnectionError: createKey: no connection to api.example.com",
    "TypeError: fetch failed",
    "Error: why",
  ],
  [
    "a failure of the server behind a request that may not be sent twice",
    () => make({ fetch: respond("{}", { status: 503 }) }).createKey(),
    "ApiError: createKey: the API responded with status 503; createKey may have been carried out",
  ],
  [
    "a refusal of a request that may not be sent twice",
    () => make({ fetch: respond("{}", { status: 400 }) }).createKey(),
    "ApiError: createKey: the API responded with status 400",
  ],
  [
    "a redirect",
    receive(null, { status: 307, headers: { location: "//elsewhere.example/a" } }),
    "RedirectError: getKey: a redirect to elsewhere.example was not followed",
  ],
  [
    "a redirect to nowhere",
    receive(null, { status: 302 }),
    "RedirectError: getKey: a redirect to an unknown host was not followed",
  ],
  [
    "a refusal in the words of problem details",
    () =>
      make(
        {
          fetch: respond('{"title":"Out of credit","detail":"Your balance is 30","message":"no"}', {
            status: 403,
            headers: { "content-type": "application/problem+json; charset=utf-8" },
          }),
        },
        {},
      ).getKey({ params }),
    "AuthenticationError: getKey: the API responded with status 403: Out of credit: Your balance is 30",
  ],
  [
    "a refusal in the usual words",
    () =>
      make({ fetch: respond('{"title":"x","message":"no","success":false}', { status: 400 }) }, {}).getKey({
        params,
      }),
    "ApiError: getKey: the API responded with status 400: no",
  ],
  [
    "a refusal with words",
    receive('{"message":"no such key","error":"Bad Request"}', { status: 400 }),
    "ApiError: getKey: the API responded with status 400: no such key: Bad Request",
  ],
  [
    "a refusal without words",
    receive("<html>", { status: 500 }),
    "ApiError: getKey: the API responded with status 500",
  ],
  [
    "a success that is none",
    receive('{"success":false,"message":"no such key"}'),
    "ApiError: getKey: the API responded with status 200: no such key",
  ],
  [
    "a key that is refused",
    receive("{}", { status: 401 }),
    "AuthenticationError: getKey: the API responded with status 401",
  ],
  [
    "nothing found",
    receive("{}", { status: 404 }),
    "NotFoundError: getKey: the API responded with status 404",
  ],
  [
    "a rate limit",
    receive("{}", { status: 429 }),
    "RateLimitError: getKey: the API responded with status 429; blocked for 5 min, until 14:02:11 UTC",
  ],
  [
    "a response that the schema refuses",
    receive("{}", { status: 201, headers: { "content-type": "application/json" } }),
    "ResponseValidationError: getKey: the response body does not match the schema: size[0]: must be a number",
  ],
  [
    "an undocumented status",
    receive("{}", { status: 202 }),
    "UnexpectedResponseError: getKey: status 202 is not in the document",
  ],
  [
    "an undocumented media type",
    receive("<html>", { headers: { "content-type": "text/html; charset=utf-8" } }),
    "UnexpectedResponseError: getKey: status 200 with text/html; the document has application/json, text/csv",
  ],
  [
    "an empty body",
    receive(""),
    "UnexpectedResponseError: getKey: status 200 with an empty body; the document has application/json, text/csv",
  ],
  [
    "a body that is not JSON",
    receive("{"),
    "UnexpectedResponseError: getKey: the response body is not valid UTF-8 JSON",
  ],
  [
    "a text that is not UTF-8",
    receive(new Uint8Array([0xff]), { headers: { "content-type": "text/csv" } }),
    "UnexpectedResponseError: getKey: the response body is not valid text/csv",
  ],
  [
    "a body that is too large",
    () => get({ params, maxResponseBytes: 10 }, { fetch: respond("x".repeat(11)) }),
    "UnexpectedResponseError: getKey: the response body was cut off, is not decodable or is larger than maxResponseBytes (10)",
    "RangeError: not bytes, or more than 10 of them",
  ],
  [
    "a body that is not JSON, by http",
    () =>
      createClient({ ...OPTIONS, fetch: respond("{") }).http.PATCH("/outbound/transactional-keys", {
        body: { api_token: "transactional_t0ken" },
      }),
    "UnexpectedResponseError: updateTransactionalKey: the response body is not valid JSON",
  ],
];

const rows = [...wrongUse, ...notSent, ...responses];

/** The error and its causes, each as it is printed. */
async function read(provoke: () => unknown): Promise<string[]> {
  const list = (error: unknown): string[] =>
    error instanceof Error ? [String(error), ...list(error.cause)] : [];
  try {
    await provoke();
  } catch (error) {
    return list(error);
  }
  return [];
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2031-05-01T13:57:11Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("every message of the client, with the class that carries it", () => {
  it.each(rows.map(([situation, provoke, ...messages]) => ({ situation, provoke, messages })))(
    "$situation",
    async ({ provoke, messages }) => {
      expect(await read(provoke)).toEqual(messages);
    },
  );

  const texts = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => readTexts(posix.join("src", name)));

  it("reads the words of the source", () => {
    expect(texts.length).toBeGreaterThan(30);
  });

  it.each(texts)("has a row that shows %j", (text) => {
    expect(rows.flatMap(([, , ...messages]) => messages).join("\n")).toContain(text);
  });
});

/** What stands between quotes in a file and has two words at least. */
function readTexts(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((text) => /[a-z]\W* [a-z]/i.test(text));
}
