import { describe, expect, it, vi } from "vitest";
import { createClient } from "../../src/jetemail.js";
import type { Operation } from "../../src/call/operation.js";
import {
  createClientFor,
  type ClientForOptions,
  type Credentials,
  type RequestEvent,
  type ResponseEvent,
} from "../../src/index.js";
import type { Scheme, Security } from "../../src/wire/credential/credential.js";
import { writeBasic } from "../../src/wire/credential/write-basic.js";
import { writeBearer } from "../../src/wire/credential/write-bearer.js";
import { writeCookieKey } from "../../src/wire/credential/write-cookie-key.js";
import { writeHeaderKey } from "../../src/wire/credential/write-header-key.js";
import { writeQueryKey } from "../../src/wire/credential/write-query-key.js";

const BEARER: Scheme = { write: writeBearer };
const BASIC: Scheme = { write: writeBasic };
const HEADER: Scheme = { write: writeHeaderKey, name: "X-API-Key" };
const QUERY: Scheme = { write: writeQueryKey, name: "the token" };
const COOKIE: Scheme = { write: writeCookieKey, name: "sid" };

type Sent = { readonly url: string; readonly headers: Readonly<Record<string, string>> };
type Call = (input?: object) => Promise<unknown>;

/** A client whose requests end here, and what it has sent. */
function make(security: Security | undefined, options: ClientForOptions, answer = () => Response.json({})) {
  const operation: Operation = {
    method: "GET",
    path: "/keys",
    idempotent: true,
    ...(security && { security }),
    parameters: [],
    requestBody: undefined,
    responses: { 200: { "application/json": undefined } },
  };
  const sent: Sent[] = [];
  const client = createClientFor<object, Record<"getKeys", Operation>>({ getKeys: operation }, [], {
    baseUrl: "https://api.example.com",
    maxRetries: 0,
    fetch: async ({ url, headers }) => {
      sent.push({ url, headers: Object.fromEntries(headers) });
      return answer();
    },
    ...options,
  });
  return {
    call: client.getKeys as Call,
    get: Reflect.get(client.http, "GET") as (path: string, init?: object) => Promise<unknown>,
    sent,
  };
}

/** What a request carries beside what every request does. */
function read({ url, headers }: Sent): object {
  const { accept: _, "user-agent": __, ...rest } = headers;
  return { ...(url !== "https://api.example.com/keys" && { url }), ...rest };
}

async function send(security: Security | undefined, options: ClientForOptions): Promise<object[]> {
  const { call, get, sent } = make(security, options);
  await call();
  await get("/keys");
  const [first, second] = sent.map(read);
  expect(second, "by http as by the method").toEqual(first);
  return first ? [first] : [];
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const URL_WITH = (query: string): string => `https://api.example.com/keys?${query}`;

describe("each kind of credential is written as its standard says", () => {
  it.each<readonly [string, Scheme, Credentials[string], object]>([
    ["bearer", BEARER, "t0k3n", { authorization: "Bearer t0k3n" }],
    ["bearer of a function", BEARER, async () => "t0k3n", { authorization: "Bearer t0k3n" }],
    ["basic", BASIC, { username: "ann", password: "b:c" }, { authorization: `Basic ${base64("ann:b:c")}` }],
    ["basic as one text", BASIC, "ann:b:c", { authorization: `Basic ${base64("ann:b:c")}` }],
    ["basic of a key alone", BASIC, "k3y", { authorization: `Basic ${base64("k3y:")}` }],
    [
      "basic in UTF-8",
      BASIC,
      { username: "änn", password: "€" },
      { authorization: `Basic ${base64("änn:€")}` },
    ],
    [
      "basic without a name",
      BASIC,
      { username: "", password: "" },
      { authorization: `Basic ${base64(":")}` },
    ],
    ["a key in a header", HEADER, "k3y", { "x-api-key": "k3y" }],
    ["a key in the query", QUERY, "a&b=c d+ü", { url: URL_WITH("the%20token=a%26b%3Dc%20d%2B%C3%BC") }],
    ["a key in a cookie", COOKIE, 'a; b="ü"', { cookie: "sid=a%3B%20b=%22%C3%BC%22" }],
  ])("%s", async (_, scheme, credential, carried) => {
    expect(await send([{ it: scheme }], { credentials: { it: credential } })).toEqual([carried]);
  });

  it("a key in the query stands behind what the call has there", async () => {
    const { get, sent } = make([{ it: QUERY }], { apiKey: "k3y" });
    await get("/keys?a=1");
    expect(sent[0]?.url).toBe(URL_WITH("a=1&the%20token=k3y"));
  });

  it("a key in a cookie stands behind the cookies that the call has", async () => {
    const { call, sent } = make([{ it: COOKIE }], { apiKey: "k3y" });
    await call({ headers: { cookie: "theme=dark" } });
    expect(sent[0]?.headers["cookie"]).toBe("theme=dark; sid=k3y");
  });
});

const ALL = { bearer: "t0k3n", key: "k3y", token: "q" };
const CARRIED = { authorization: "Bearer t0k3n" };

describe("what an operation requires decides what is sent", () => {
  it.each<readonly [string, Security | undefined, ClientForOptions, object]>([
    ["nothing where it requires nothing", [], { apiKey: "k3y" }, {}],
    ["nothing where the document says nothing", undefined, { apiKey: "k3y" }, {}],
    [
      "apiKey as the only scheme, whatever its kind",
      [{ a: HEADER }],
      { apiKey: "k3y" },
      { "x-api-key": "k3y" },
    ],
    [
      "the first alternative that is given",
      [{ a: BASIC }, { key: HEADER }, { bearer: BEARER }],
      { credentials: { bearer: "t0k3n", key: "k3y" } },
      { "x-api-key": "k3y" },
    ],
    [
      "an alternative of which all are given",
      [
        { bearer: BEARER, other: HEADER },
        { bearer: BEARER, token: QUERY },
      ],
      { credentials: ALL as Credentials },
      { ...CARRIED, url: URL_WITH("the%20token=q") },
    ],
    [
      "all of a combination",
      [{ bearer: BEARER, key: HEADER }],
      { credentials: { bearer: "t0k3n", key: "k3y" } },
      { ...CARRIED, "x-api-key": "k3y" },
    ],
    [
      "apiKey for what credentials leave out",
      [{ bearer: BEARER, key: HEADER }],
      { apiKey: "k3y", credentials: { bearer: "t0k3n" } },
      { ...CARRIED, "x-api-key": "k3y" },
    ],
    [
      "a credential where none is needed but one is given",
      [{}, { bearer: BEARER }],
      { apiKey: "t0k3n" },
      CARRIED,
    ],
    ["none where none is needed and none is given", [{ bearer: BEARER }, {}], {}, {}],
  ])("%s", async (_, security, options, carried) => {
    const known = new Set((security ?? []).flatMap((requirement) => Object.keys(requirement)));
    const credentials = Object.entries(options.credentials ?? {}).filter(([name]) => known.has(name));
    expect(await send(security, { ...options, credentials: Object.fromEntries(credentials) })).toEqual([
      carried,
    ]);
  });

  it.each<readonly [string, Security, ClientForOptions]>([
    ["nothing is given", [{ bearer: BEARER }], {}],
    ["one of two is given", [{ bearer: BEARER, key: HEADER }], { credentials: { key: "k3y" } }],
    ["one key is given for two schemes", [{ bearer: BEARER, key: HEADER }], { apiKey: "k3y" }],
  ])("nothing is sent where %s", async (_, security, options) => {
    const { call, sent } = make(security, options);
    await expect(call()).rejects.toMatchObject({ name: "AuthenticationError", attempts: 0 });
    expect(sent).toEqual([]);
  });
});

it("a credential without any method is told what it must be", () => {
  expect(() => createClient({ credentials: { bearerAuth: Object.create(null) } })).toThrow(
    "credentials.bearerAuth must be a string",
  );
});

const SECRETS = ["s3cr", "p4ss", base64("s3cr:p4ss")];
const FORMS: readonly (readonly [string, Scheme, Credentials[string], readonly string[]])[] = [
  ["bearer", BEARER, "s3cr3t-of-the-bearer", ["s3cr3t-of-the-bearer"]],
  ["short basic", BASIC, { username: "s3cr", password: "p4ss" }, SECRETS],
  ["short basic of a function", BASIC, () => ({ username: "s3cr", password: "p4ss" }), SECRETS],
  [
    "basic",
    BASIC,
    "s3cr3t-n4me:s3cr3t-w0rd",
    ["s3cr3t-n4me", "s3cr3t-w0rd", base64("s3cr3t-n4me:s3cr3t-w0rd")],
  ],
  ["header", HEADER, "s3cr3t-of-a-header", ["s3cr3t-of-a-header"]],
  [
    "query",
    QUERY,
    () => "s3cr3t of a query",
    ["s3cr3t of a query", "s3cr3t%20of%20a%20query", "s3cr3t+of+a+query"],
  ],
  ["cookie", COOKIE, "s3cr3t of a cookie", ["s3cr3t of a cookie", "s3cr3t%20of%20a%20cookie"]],
];

describe("credentials of every kind are secrets", () => {
  it.each(FORMS)("%s: in an error, and in what hooks are told", async (_, scheme, credential, secrets) => {
    const events: (RequestEvent | ResponseEvent)[] = [];
    const echo = (): Response =>
      Response.json(
        { message: "no", echoed: secrets },
        { status: 400, headers: { "x-echo": secrets.at(-1) ?? "" } },
      );
    const note = (event: RequestEvent | ResponseEvent): void => void events.push(event);
    const options = { credentials: { it: credential }, onRequest: note, onResponse: note };
    const { call } = make([{ it: scheme }], options, echo);
    const error: unknown = await call().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "ApiError", body: { echoed: secrets.map(() => "[redacted]") } });
    const text = JSON.stringify([error, events]);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(events).toHaveLength(2);
  });

  it.each(FORMS)(
    "%s: a redirect and another origin never get them",
    async (_, scheme, credential, secrets) => {
      const options = { credentials: { it: credential } };
      const location = `https://elsewhere.example/?${encodeURIComponent(secrets.at(-1) ?? "")}`;
      const { call, sent } = make(
        [{ it: scheme }],
        options,
        () => new Response(null, { status: 307, headers: { location } }),
      );
      const error: unknown = await call().catch((caught: unknown) => caught);
      expect(error).toMatchObject({ name: "RedirectError" });
      expect(sent).toHaveLength(1);
      expect(JSON.stringify(error)).not.toContain(secrets.at(-1));
      const other = make([{ it: scheme }], options);
      await expect(other.get("/keys", { baseUrl: "https://elsewhere.example" })).rejects.toThrow("not sent");
      expect(other.sent).toEqual([]);
    },
  );
});

const SERVED: Omit<Operation, "path"> = {
  method: "GET",
  idempotent: true,
  security: [{ it: BEARER }],
  parameters: [],
  requestBody: undefined,
  responses: { 200: { "application/json": undefined } },
};

describe("where an operation is sent", () => {
  const document = ["https://api.example.com/v1"];
  it.each<readonly [string, readonly string[], readonly string[] | undefined, string | undefined, string]>([
    ["the document's server", document, undefined, undefined, "https://api.example.com/v1/keys"],
    [
      "a base URL of the user's",
      document,
      undefined,
      "https://proxy.example/x",
      "https://proxy.example/x/keys",
    ],
    ["its own server", document, ["https://files.example.com"], undefined, "https://files.example.com/keys"],
    [
      "a base URL in place of its own server",
      document,
      ["https://files.example.com"],
      "http://localhost:1",
      "http://localhost:1/keys",
    ],
    ["its own path", document, ["/v2"], undefined, "https://api.example.com/v2/keys"],
    [
      "the path of a relative server",
      ["/v1"],
      undefined,
      "https://api.example.com",
      "https://api.example.com/v1/keys",
    ],
    [
      "no path where there is no server",
      ["/"],
      undefined,
      "https://api.example.com/",
      "https://api.example.com/keys",
    ],
    [
      "the user's path in place of a relative server's",
      ["/v1"],
      undefined,
      "https://proxy.example/x/",
      "https://proxy.example/x/keys",
    ],
    [
      "its own path at the user's origin",
      ["/v1"],
      ["v2/"],
      "https://api.example.com",
      "https://api.example.com/v2/keys",
    ],
    [
      "the first server with TLS",
      ["http://api.example.com", "https://api.example.com"],
      undefined,
      undefined,
      "https://api.example.com/keys",
    ],
  ])("%s", async (_, servers, own, baseUrl, url) => {
    const sent: string[] = [];
    const operation = { ...SERVED, path: "/keys", ...(own && { servers: own }) };
    const client = createClientFor<object, Record<"getKeys", Operation>>({ getKeys: operation }, servers, {
      apiKey: "t0k3n",
      baseUrl,
      fetch: async (request) => {
        sent.push(request.url, request.headers.get("authorization") ?? "");
        return Response.json({});
      },
    });
    await (client.getKeys as Call)();
    await (Reflect.get(client.http, "GET") as (path: string) => Promise<unknown>)("/keys");
    expect(sent).toEqual([url, "Bearer t0k3n", url, "Bearer t0k3n"]);
  });

  it.each([[["/v1"]], [[]], [["http://api.example.com"]]])("servers %j need a base URL", (servers) => {
    expect(() => createClientFor({}, servers)).toThrow('option "baseUrl" must be an https URL');
  });
});

/** What is said against it, "" when it is taken. */
function readRefusal(create: () => unknown): string {
  try {
    create();
    return "";
  } catch (error) {
    return String(error);
  }
}

it.each<[claim: string, options: ClientForOptions, refusal: string]>([
  ["one of several", { credentials: { bearer: "t0k3n" } }, "dangerouslyAllowBrowser"],
  ["apiKey alone", { apiKey: "k3y" }, "dangerouslyAllowBrowser"],
  ["none", {}, ""],
])("a page would make credentials public: %s", (_, options, refusal) => {
  vi.stubGlobal("document", {});
  const said = readRefusal(() => make([{ bearer: BEARER }, { key: HEADER }], options));
  vi.unstubAllGlobals();
  expect(said).toContain(refusal);
  expect(said === "").toBe(refusal === "");
});
