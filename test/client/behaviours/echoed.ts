// What a server, the platform or a runtime says back of what it was given.
import {
  BODY,
  type Behaviour,
  KEY,
  TOKEN,
  behaviour,
  check,
  equal,
  failing,
  failsWith,
  holdsNoSecret,
  visit,
  ofJetEmail,
} from "./visit.js";

const PATH = "/outbound/transactional-keys";

type AnyCall = (path: string, init?: object) => Promise<unknown>;

/** A method of `http` for what the document does not have. */
const anyCall = (http: object, method: string): AnyCall => Reflect.get(http, method);

/** A `fetch` that throws what no careful program throws. */
const throwAll = (things: readonly unknown[]) => async (): Promise<Response> => {
  throw things[0];
};

function revoke(): object {
  const { proxy, revoke: end } = Proxy.revocable({}, {});
  end();
  return proxy;
}

export const echoed: readonly Behaviour[] = [
  behaviour("logged", "no secret in another spelling, encoded, escaped or cut off", async (world) => {
    const error = await failsWith(world, "ApiError", visit(world, "spelled").jetemail);
    holdsNoSecret(error);
    const { spellings } = Object(error["body"]);
    equal([spellings.length > 30, Object.keys(Object(error["headers"])).includes("x-echo")], [true, true]);
    const left = JSON.stringify([spellings, Object(error["headers"])["x-echo"]]).replaceAll("[redacted]", "");
    // Of an escaped prefix that is published stays what nobody need hide.
    equal(left.match(/[a-z0-9+/]{6,}/gi), null, "left");
  }),
  ofJetEmail(
    behaviour("logged", "the words of an error beside a token", async (world) => {
      const { message } = await failsWith(world, "NotFoundError", visit(world, "not-found").jetemail);
      equal(
        message,
        `updateTransactionalKey: the API responded with status 404: Transactional key not found: [redacted] at ${PATH}`,
      );
    }),
  ),
  behaviour("logged", "the words of an error, where a secret is as short as a part of one", async (world) => {
    const { jetemail } = visit(world, "ok", {
      fetch: throwAll([Object.assign(new Error("no connection"), { code: "ECONNREFUSED" })]),
      maxRetries: 0,
    });
    const error = await failsWith(world, "ConnectionError", jetemail, { body: { api_token: "tion" } });
    check(String(error["message"]).includes("no connection to "), String(error["message"]));
    equal(Object(error["cause"]).message, "no connection");
  }),
  behaviour("logged", "no short secret that is all that a value has", async (world) => {
    const headers = { cookie: "theme=dark; sid=V7", "x-auth-token": "Bearer W7", "x-extra": "V7 W7" };
    const { jetemail } = visit(world, "ok", {
      fetch: async () =>
        Response.json(
          { message: "no", values: ["V7", " w7 ", "x"] },
          { status: 400, headers: { "x-echo": "V7" } },
        ),
    });
    const { body, headers: answered } = await failsWith(world, "ApiError", jetemail, { headers });
    equal(Object(body).values, ["[redacted]", "[redacted]", "x"]);
    equal(Object(answered)["x-echo"], "[redacted]");
  }),
  behaviour("logged", "no part of a cookie or of a header of a telling name", async (world) => {
    const [sid, token] = ["s1d-of-th3-session", "w0rd-of-th3-proxy"];
    const { jetemail } = visit(world, "ok", {
      fetch: async () => Response.json({ message: `${sid} ${token}` }, { status: 400 }),
    });
    const headers = { cookie: `theme=dark; sid=${sid}`, "x-auth-token": `Bearer ${token}` };
    holdsNoSecret(await failsWith(world, "ApiError", jetemail, { headers }), [sid, token]);
    const body = { api_token: TOKEN };
    const { error } = await jetemail.http.PATCH(PATH, { body, headers });
    check(error?.message, "http gives what came");
  }),
  behaviour("logged", "no token that is the name of a property of the body", async (world) => {
    const { jetemail } = visit(world, "ok");
    const call = jetemail.updateTransactionalKey as (input: object) => Promise<unknown>;
    for (const token of [TOKEN, "s3cret that looks like none"]) {
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      const error = await failing(call({ body: { api_token: token, [token]: 1, nested: { [token]: 1 } } }));
      check(error instanceof world.library.RequestValidationError, String(error));
      holdsNoSecret(error, [KEY, token]);
    }
  }),
  behaviour("logged", "no token that is the name of an option or of an argument", async (world) => {
    const { jetemail } = visit(world, "ok");
    const call = jetemail.updateTransactionalKey as (input: object) => Promise<unknown>;
    holdsNoSecret(await failing(call({ body: BODY, [TOKEN]: 1 })));
    const own = "s3cret that looks like none";
    holdsNoSecret(await failing(call({ body: { api_token: own }, [own]: 1 })), [own]);
    holdsNoSecret(
      await failing((async () => world.library.createClient(Object({ apiKey: own, [own]: 1 })))()),
      [own],
    );
  }),
  behaviour("logged", "no token of a body that holds itself", async (world) => {
    const cycle: Record<string, unknown> = { api_token: TOKEN };
    cycle[TOKEN] = cycle;
    const { jetemail, received } = visit(world, "ok");
    const call = jetemail.updateTransactionalKey as (input: object) => Promise<unknown>;
    holdsNoSecret(await failing(call({ body: cycle })));
    holdsNoSecret(await failing(anyCall(jetemail.http, "POST")(PATH, { body: cycle })));
    equal((await received()).length, 0);
  }),
  ofJetEmail(
    behaviour(
      "logged",
      "no token in a path or query of http: operation, path and hook events",
      async (world) => {
        const events: object[] = [];
        const note = (event: object): void => void events.push(event);
        const hooks = { onRequest: note, onResponse: note, onRetry: note, onWait: note };
        const { jetemail } = visit(world, "once-status-503", { ...hooks, maxRetries: 1 });
        const [first, second] = ["one of s3veral", "another of s3veral"];
        await anyCall(jetemail.http, "GET")(`/x?api_token=${first}&api_token=${second}&a=${TOKEN}`);
        const timeout = visit(world, "silent", { ...hooks, timeoutMs: 200 });
        const error = await failing(anyCall(timeout.jetemail.http, "GET")(`/x?api_token=${first}`));
        check(events.length > 3 && error instanceof world.library.TimeoutError, String(error));
        holdsNoSecret([events, error], [KEY, TOKEN, first, second]);
        check(String(error["operationId"]).startsWith("GET /x?api_token="), String(error["operationId"]));
      },
    ),
  ),
  behaviour("logged", "no header that the platform refuses, in the words it has for it", async (world) => {
    const { jetemail, received } = visit(world, "ok");
    const secret = "s3cret of a pr0xy";
    const init = { body: BODY, headers: { "x-auth-token": `Bearer ${secret}\n\u0000` } };
    const error = await failing(jetemail.http.PATCH(PATH, init));
    check(error instanceof TypeError, String(error));
    holdsNoSecret(error, [secret]);
    equal((await received()).length, 0);
  }),
  behaviour(
    "logged",
    "no quarter of a megabyte that begins like a key, and the loop is not held",
    async (world) => {
      const { jetemail } = visit(world, "prefixes");
      const error = await failsWith(world, "ApiError", jetemail);
      equal(String(Object(error["body"]).message).length <= 2 ** 16, true);
    },
  ),
  behaviour(
    "logged",
    "an error of ours for a body limit that was raised and a secret of one letter",
    async (world) => {
      const { jetemail } = visit(world, "letters", { maxResponseBytes: 2 ** 25 });
      const error = await failsWith(world, "ApiError", jetemail, { body: { api_token: "a" } });
      equal(String(Object(error["body"]).message).length <= 2 ** 16, true);
    },
  ),
  behaviour("thrown", "ConnectionError: a fetch of your own that throws what is no error", async (world) => {
    const odd = Object.assign(new Error("x"), { message: { toString: null } });
    for (const thing of [undefined, null, "words", 7, Symbol("x"), {}, odd, revoke()]) {
      const { jetemail } = visit(world, "ok", { fetch: throwAll([thing]), maxRetries: 0 });
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      const error = await failsWith(world, "ConnectionError", jetemail);
      check(thing === undefined || thing === null || error["cause"] instanceof Error, "cause");
    }
    equal(world.library.isJetEmailError(revoke()), false);
  }),
];
