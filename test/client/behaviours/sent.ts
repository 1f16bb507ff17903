import {
  BODY,
  type Behaviour,
  KEY,
  behaviour,
  check,
  equal,
  getKey,
  getOperation,
  ofJetEmail,
  visit,
} from "./visit.js";

const success = (name: string, scenario: string): Behaviour =>
  behaviour("sent", name, async (world) => {
    const { success: done } = await visit(world, scenario).jetemail.updateTransactionalKey({ body: BODY });
    equal(done, true);
  });

export const sent: readonly Behaviour[] = [
  behaviour("sent", "method, path, key and JSON body, as the document has them", async (world) => {
    const { jetemail, received } = visit(world, "ok");
    await jetemail.updateTransactionalKey({ body: BODY });
    const [request] = await received();
    equal(request?.method, "PATCH");
    check(request?.path.endsWith(getOperation(world).path), "path");
    equal([request && getKey(request), request?.headers["content-type"]], [KEY, "application/json"]);
    equal(JSON.parse(request?.body ?? ""), BODY);
  }),
  behaviour("sent", "headers of the client and of the call", async (world) => {
    const { jetemail, received } = visit(world, "ok", { headers: { "x-extra": "client" } });
    await jetemail.updateTransactionalKey({ body: BODY });
    await jetemail.updateTransactionalKey({ body: BODY, headers: { "x-extra": "call" } });
    equal(
      (await received()).map(({ headers }) => headers["x-extra"]),
      ["client", "call"],
    );
  }),
  ofJetEmail(
    behaviour("sent", "a bearer, and a User-Agent where the runtime lets one be set", async (world) => {
      const { jetemail, received } = visit(world, "ok");
      await jetemail.updateTransactionalKey({ body: BODY });
      const [{ headers } = { headers: {} as Readonly<Record<string, string>> }] = await received();
      equal(headers["authorization"], `Bearer ${KEY}`);
      equal(headers["user-agent"]?.startsWith("jetemail-client/"), !world.isBrowser, "user-agent");
    }),
  ),
  behaviour(
    "sent",
    "withResponse gives the data and a response whose body can still be read",
    async (world) => {
      const { data, response } = await visit(world, "ok")
        .jetemail.updateTransactionalKey({ body: BODY })
        .withResponse();
      equal([data.success, response.status, response.headers.get("x-request-id")], [true, 200, "req_42"]);
      equal(await response.json(), data);
    },
  ),
  behaviour(
    "sent",
    "http is openapi-fetch on the same transport: a 4xx is returned, not thrown",
    async (world) => {
      const { jetemail, received } = visit(world, "status-400");
      const { data, error, response } = await jetemail.http.PATCH("/outbound/transactional-keys", {
        body: BODY,
      });
      equal([data, error?.message, response.status], [undefined, "what went wrong", 400]);
      equal((await received()).map(getKey), [KEY]);
    },
  ),
  behaviour("sent", "an apiKey function is asked once for each attempt", async (world) => {
    let turn = 0;
    const apiKey = async (): Promise<string> => `api_rotated${++turn}`;
    const { jetemail, received } = visit(world, "once-later-0", { apiKey });
    await jetemail.updateTransactionalKey({ body: BODY });
    equal((await received()).map(getKey), ["api_rotated1", "api_rotated2"]);
  }),
  behaviour(
    "sent",
    "a fetch of your own, or globalThis.fetch as it is at the time of the call",
    async (world) => {
      const before = globalThis.fetch;
      const { jetemail } = visit(world, "ok");
      const answered: string[] = [];
      const replace = (name: string) => async (request: Request) => {
        answered.push(name);
        return before(request);
      };
      try {
        globalThis.fetch = replace("global") as typeof fetch;
        await jetemail.updateTransactionalKey({ body: BODY });
      } finally {
        globalThis.fetch = before;
      }
      await visit(world, "ok", { fetch: replace("own") }).jetemail.updateTransactionalKey({ body: BODY });
      equal(answered, ["global", "own"]);
    },
  ),
  behaviour("sent", "fields that the document does not know are kept in the result", async (world) => {
    const data = await visit(world, "unknown").jetemail.updateTransactionalKey({ body: BODY });
    equal(data, { success: true, message: "ok", since: 2031 });
  }),
  success("a response with a byte order mark is read", "bom"),
  success("a compressed response is read", "gzip"),
  success("a response without a content type is read as JSON", "no-type"),
  success("a content type with a charset and capitals is read", "type-json-charset"),
];
