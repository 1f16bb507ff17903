import { afterAll, beforeAll, expect, it } from "vitest";
import { createClientFor } from "../../src/client.js";
import type { Operation, Validate } from "../../src/operation.js";
import { startHostileServer, type HostileServer } from "./hostile-server.js";

const isShort: Validate = (value) =>
  String(value).length < 9
    ? []
    : [{ message: "must be short", path: [], keyword: "maxLength", keywordLocation: "/maxLength" }];
const parameter = { required: false, style: "form", explode: true, validate: isShort };

/** An operation that this package's document does not have. */
const operations = {
  getKey: {
    method: "GET",
    path: "/keys/{id}",
    idempotent: true,
    parameters: [
      { ...parameter, in: "path", name: "id", required: true, style: "simple", explode: false },
      { ...parameter, in: "query", name: "tag" },
      { ...parameter, in: "query", name: "one", explode: false },
      { ...parameter, in: "header", name: "x-extra" },
    ],
    requestBody: undefined,
    responses: { "2XX": { "application/*": undefined } },
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
