import { afterAll, beforeAll, expect, it } from "vitest";
import { createClientFor } from "../../../src/client.js";
import type { Operation, RequestMedia, Validate } from "../../../src/call/operation.js";
import { matchContent } from "../../../src/wire/response/match-content.js";
import { readAny } from "../../../src/wire/response/read-any.js";
import { writeBytesBody } from "../../../src/wire/body/write-bytes-body.js";
import { writeForm } from "../../../src/wire/parameter/write-form.js";
import { writeFormBody } from "../../../src/wire/body/write-form-body.js";
import { writeHeader } from "../../../src/wire/parameter/write-header.js";
import { writeParameters } from "../../../src/wire/parameter/write-parameters.js";
import { writeSimple } from "../../../src/wire/parameter/write-simple.js";
import { writeTextBody } from "../../../src/wire/body/write-text-body.js";
import { startHostileServer, type HostileServer } from "../hostile-server.js";

const isShort: Validate = (value) =>
  String(value).length < 9
    ? []
    : [{ message: "must be short", path: [], keyword: "maxLength", keywordLocation: "/maxLength" }];
const parameter = { required: false, write: writeForm, explode: true, validate: isShort };

/** An operation that this package's document does not have. */
const operations = {
  getKey: {
    method: "GET",
    path: "/keys/{id}",
    idempotent: true,
    parameters: [
      { ...parameter, in: "path", name: "id", required: true, write: writeSimple, explode: false },
      { ...parameter, in: "query", name: "tag" },
      { ...parameter, in: "query", name: "one", explode: false },
      { ...parameter, in: "header", name: "x-extra", write: writeHeader },
    ],
    writeParameters,
    requestBody: undefined,
    match: matchContent,
    responses: { "2XX": { "application/*": { validate: undefined, read: readAny } } },
  },
} as const satisfies Record<string, Operation>;

type Paths = {
  "/keys/{id}": {
    get: {
      parameters: {
        path: { id: string };
        query?: { tag?: string[]; one?: string[] };
        header?: { "x-extra"?: string };
      };
      responses: { 200: { content: { "application/json": { success: boolean } } } };
    };
  };
};

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(async () => server.close());

const make = (id: string) =>
  createClientFor<Paths, typeof operations>(operations, [], {
    apiKey: "api_k3y",
    baseUrl: `${server.origin}/ok/${id}`,
  });

it("parameters are written as the document says", async () => {
  const params = {
    path: { id: "a/b" },
    query: { tag: ["x", "y z"], one: ["1", "2"] },
    header: { "x-extra": "here" },
  };
  expect(await make("styles").getKey({ params })).toMatchObject({ success: true });
  const [request] = await (await fetch(`${server.origin}/log/styles`)).json();
  expect(request).toMatchObject({
    method: "GET",
    path: "/ok/styles/keys/a%2Fb?tag=x&tag=y%20z&one=1,2",
    headers: { "x-extra": "here" },
    body: "",
  });
});

it.each([
  [{}, [["params", "path", "id"]]],
  [{ path: { id: ".." } }, [["params", "path", "id"]]],
  [{ path: { id: "much too long" } }, [["params", "path", "id"]]],
  [{ path: { id: "a" }, query: { tags: "x" } }, [["params", "query", "tags"]]],
])("params %j are refused before anything is sent", async (params, paths) => {
  const call = make("refused").getKey as (input: object) => Promise<unknown>;
  const error = await call({ params }).catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    name: "RequestValidationError",
    attempts: 0,
    issues: paths.map((path) => ({ path })),
  });
});

it.each([{}, { query: {} }, { path: undefined, header: {} }])(
  "an operation without parameters takes %j for none",
  async (params) => {
    const { writeParameters: _, ...rest } = operations.getKey;
    const plain = { ...rest, path: "/keys", parameters: [] };
    const { getKey } = createClientFor<object, Record<"getKey", Operation>>({ getKey: plain }, [], {
      apiKey: "api_k3y",
      baseUrl: `${server.origin}/ok/plain`,
    });
    expect(await (getKey as (input: object) => Promise<unknown>)({ params })).toMatchObject({
      success: true,
    });
  },
);

it("of two parameters of one name, what was given flat is for the first", async () => {
  const both = {
    ...operations.getKey,
    parameters: [...operations.getKey.parameters, { ...parameter, in: "query", name: "id" }],
  } as const;
  const { getKey } = createClientFor<object, Record<"getKey", Operation>>({ getKey: both }, [], {
    apiKey: "api_k3y",
    baseUrl: server.origin,
  });
  await expect((getKey as (input: object) => Promise<unknown>)({ id: "a" })).rejects.toThrow(
    "put it under params: { path: { id: … } }",
  );
});

const WRITERS: Readonly<Record<string, object>> = {
  "text/plain": { validate: undefined, write: writeTextBody },
  "application/x-platform": { validate: undefined, write: writeTextBody },
  "application/octet-stream": { validate: undefined, write: writeBytesBody },
  "application/x-www-form-urlencoded": { validate: undefined, write: writeFormBody },
};

const send = (contentType: string) => ({
  method: "POST",
  path: "/files",
  idempotent: true,
  parameters: [],
  requestBody: { required: true, content: { [contentType]: WRITERS[contentType] as RequestMedia } },
  responses: { "2XX": { "application/json": undefined } },
});

it.each([
  ["text/plain", "as it is", "as it is"],
  ["application/x-platform", "as it is", "as it is"],
  ["application/octet-stream", new Uint8Array([104, 105]), "hi"],
  ["application/octet-stream", new Blob(["hi"]), "hi"],
  ["application/x-www-form-urlencoded", { a: "1 2", b: true }, "a=1+2&b=true"],
  ["application/merge-patch+json", { a: 1 }, '{"a":1}'],
  ["application/json", "text", '"text"'],
])("a body of %s is written as that: %o", async (contentType, body, written) => {
  const id = `written-${contentType.length}-${typeof body}`;
  const { upload } = createClientFor<object, Record<"upload", Operation>>(
    { upload: send(contentType) },
    [`${server.origin}/ok/${id}`],
    { apiKey: "api_k3y" },
  );
  await (upload as (input: object) => Promise<unknown>)({ body });
  const log: readonly { body: string; headers: object }[] = await (
    await fetch(`${server.origin}/log/${id}`)
  ).json();
  expect(log.at(-1)).toMatchObject({ body: written, headers: { "content-type": contentType } });
});

it.each(["GET", "HEAD", "TRACE"])("a body by %s is refused before anything is sent", async (method) => {
  const operation = { ...send("application/json"), method };
  const { upload } = createClientFor<object, Record<"upload", Operation>>(
    { upload: operation },
    [`${server.origin}/ok/refused`],
    { apiKey: "api_k3y" },
  );
  const error = await (upload as (input: object) => Promise<unknown>)({ body: { a: 1 } }).catch(
    (caught: unknown) => caught,
  );
  expect(error).toMatchObject({ name: "RequestValidationError", attempts: 0 });
});

it.each([[{ a: 1n }], "text"])("a form of %o: written, or refused with a word", async (body) => {
  const { upload } = createClientFor<object, Record<"upload", Operation>>(
    { upload: send("application/x-www-form-urlencoded") },
    [`${server.origin}/ok/form`],
    { apiKey: "api_k3y" },
  );
  const result = await (upload as (input: object) => Promise<unknown>)({ body }).catch(
    (caught: unknown) => caught,
  );
  expect(result).toMatchObject(
    typeof body === "string" ? { success: true } : { name: "RequestValidationError" },
  );
});
