// What is given to the client: options and inputs that are not what they should be.
import {
  BODY,
  type Behaviour,
  KEY,
  TOKEN,
  type World,
  behaviour,
  check,
  equal,
  failing,
  holdsNoSecret,
  visit,
} from "./visit.js";

const create = (world: World, options: unknown) => async (): Promise<unknown> =>
  Reflect.apply(world.library.createClient, undefined, [options]);

/** A class whose options are behind getters, and one that has them from another object. */
class Settings {
  readonly dangerouslyAllowBrowser = true;
  get apiKey(): string {
    return KEY;
  }
}

function breakDown(): never {
  throw new Error(TOKEN);
}

const POLLUTION = {
  apiKey: "api_of-an0ther",
  baseUrl: "https://elsewhere.example",
  fetch: () => Promise.reject(new Error("the wrong fetch")),
  headers: { "x-extra": "polluted" },
  onRequest: () => undefined,
  timeoutMs: 0,
  querySerializer: () => "polluted=1",
  bodySerializer: () => "polluted",
  pathSerializer: () => "/polluted",
  Request: Map,
  parseAs: "text",
  middleware: [{ onRequest: () => new Response("polluted") }],
  query: { polluted: 1 },
};

export const given: readonly Behaviour[] = [
  behaviour("thrown", "TypeError: options that are no plain object, never read by half", async (world) => {
    const wrong = ["api_k3yy", null, [], new Settings(), Object.create({ apiKey: KEY }), new Map()];
    for (const options of wrong) {
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      const error = await failing(create(world, options)());
      check(error instanceof TypeError && error.message.includes("one plain object"), String(error));
      holdsNoSecret(error, [KEY, "api_k3yy"]);
    }
    const { jetemail, received } = visit(world, "ok");
    const call = jetemail.updateTransactionalKey as (input: unknown) => Promise<unknown>;
    const patch = jetemail.http.PATCH as (path: string, init: unknown) => Promise<unknown>;
    const inherited: unknown = Object.create({ body: BODY });
    const inputs = [call(null), call([]), call(inherited), patch("/outbound/transactional-keys", inherited)];
    for (const input of inputs) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      check((await failing(input)) instanceof TypeError, "input");
    }
    equal((await received()).length, 0);
  }),
  behaviour("thrown", "TypeError: a body given flat, with the place where it belongs", async (world) => {
    const { jetemail } = visit(world, "ok");
    const call = jetemail.updateTransactionalKey as (input: object) => Promise<unknown>;
    const error = await failing(call(BODY));
    check(error instanceof TypeError, String(error));
    equal(error.message, 'unknown option "api_token"; put it under body: { api_token: … }');
  }),
  behaviour("thrown", "TypeError: a count that is none, and a timeout of 0", async (world) => {
    const tagged = { [Symbol.toStringTag]: "Number", valueOf: () => 1 };
    const cases: object[] = [1.5, NaN, -1, "2", null, new Number(5), tagged].map((maxRetries) => ({
      maxRetries,
    }));
    for (const options of [...cases, { timeoutMs: 0 }, { timeoutMs: 0.5 }, { maxWaitMs: 0.5 }]) {
      const all = { apiKey: KEY, dangerouslyAllowBrowser: true, ...options };
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      const error = await failing(create(world, all)());
      check(error instanceof TypeError && error.message.includes("whole number"), String(error));
    }
  }),
  behaviour("thrown", "TypeError: a signal or a gate that only claims to be one", async (world) => {
    for (const options of [
      { signal: { [Symbol.toStringTag]: "AbortSignal" } },
      { rateLimit: {} },
      { rateLimit: { acquire: 1 } },
    ]) {
      const all = { apiKey: KEY, dangerouslyAllowBrowser: true, ...options };
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      check((await failing(create(world, all)())) instanceof TypeError, "refused");
    }
  }),
  behaviour("never sent", "a body that cannot be written as JSON", async (world) => {
    const { jetemail, received } = visit(world, "ok");
    const call = jetemail.updateTransactionalKey as (input: object) => Promise<unknown>;
    const bodies = [
      { toJSON: () => undefined },
      { toJSON: breakDown },
      { quota: 1n },
      () => BODY,
      Symbol(TOKEN),
    ];
    for (const body of bodies) {
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      const error = await failing(call({ body }));
      check(error instanceof world.library.RequestValidationError, String(error));
      check(error.message.includes("cannot be written as JSON"), error.message);
      holdsNoSecret(error);
    }
    equal((await received()).length, 0);
  }),
  behaviour("sent", "the body as it was validated: toJSON and getters are asked once", async (world) => {
    const { jetemail, received } = visit(world, "ok");
    const call = jetemail.updateTransactionalKey as (input: object) => Promise<unknown>;
    let asked = 0;
    await call({ body: { toJSON: () => ({ ...BODY, quota: ++asked }) } });
    await call({
      body: {
        api_token: TOKEN,
        get quota() {
          return ++asked;
        },
      },
    });
    equal(
      (await received()).map(({ body }) => JSON.parse(body).quota),
      [1, 2],
    );
  }),
  behaviour("sent", "nothing that Object.prototype has (globalThis.Object)", async (world) => {
    const requests: unknown[] = [];
    // Of the runtime's own fetch, nobody knows what it takes from there.
    const responses = Array.from({ length: 4 }, () => Response.json({ success: true }));
    const record = async (request: Request): Promise<Response> => {
      const { headers, method } = request;
      const key = headers.get("x-api-key") ?? headers.get("authorization")?.replace("Bearer ", "");
      requests.push([method, await request.text(), key, headers.get("x-extra")]);
      return responses.pop() ?? Response.error();
    };
    const { jetemail } = visit(world, "ok", { fetch: record });
    const names = Object.keys(POLLUTION);
    try {
      for (const [name, value] of Object.entries(POLLUTION))
        Reflect.defineProperty(Object.prototype, name, {
          value,
          configurable: true,
          writable: true,
        });
      const late = visit(world, "ok", { fetch: record }).jetemail;
      for (const client of [jetemail, late]) {
        // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
        await client.updateTransactionalKey({ body: BODY });
        // oxlint-disable-next-line no-await-in-loop -- as above
        await client.http.PATCH("/outbound/transactional-keys", { body: BODY });
      }
    } finally {
      for (const name of names) Reflect.deleteProperty(Object.prototype, name);
    }
    const expected = ["PATCH", JSON.stringify(BODY), KEY, null];
    equal(requests, [expected, expected, expected, expected]);
  }),
];
