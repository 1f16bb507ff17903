import {
  BODY,
  type Behaviour,
  KEY,
  type Options,
  behaviour,
  check,
  equal,
  failsWith,
  visit,
} from "./visit.js";

const retried = (name: string, scenario: string, requests: number, options: Options = {}): Behaviour =>
  behaviour("retried", name, async (world) => {
    const { jetemail, received } = visit(world, scenario, options);
    const outcome = await jetemail.updateTransactionalKey({ body: BODY }).then(
      () => "done",
      () => "failed",
    );
    equal([outcome, (await received()).length], [requests > 0 ? "done" : "failed", Math.abs(requests)]);
  });

export const retries: readonly Behaviour[] = [
  retried("a 408, because this operation is idempotent", "once-status-408", 2),
  retried("a 502", "once-status-502", 2),
  retried("a 503, at the earliest when Retry-After says", "once-later-1", 2),
  retried("a 504", "once-status-504", 2),
  behaviour("retried", "a connection that was reset, because this operation is idempotent", async (world) => {
    const { jetemail, received } = visit(world, "once-reset");
    await jetemail.updateTransactionalKey({ body: BODY });
    const requests = await received();
    // A browser sends such a request again by itself.
    check(requests.length === 2, `${requests.length} requests`);
    equal(
      requests.map(({ body }) => JSON.parse(body)),
      [BODY, BODY],
    );
  }),
  behaviour("retried", "a connection that was refused, at most twice", async (world) => {
    const jetemail = world.library.createClient({
      apiKey: KEY,
      baseUrl: world.refused,
      dangerouslyAllowBrowser: true,
    });
    const error = await failsWith(world, "ConnectionError", jetemail);
    equal(error["attempts"], 3);
  }),
  retried("a 429 whose wait fits the deadline, after that wait", "once-limited-1", 2),
  retried("not: a 500", "once-status-500", -1),
  retried("not: a 401", "once-status-401", -1),
  retried("not: anything when maxRetries is 0", "once-status-503", -1, { maxRetries: 0 }),
  retried("not: a 503 whose Retry-After does not fit the deadline", "once-later-60", -1),
  behaviour(
    "retried",
    "not: a call that is not idempotent, once its body may have arrived",
    async (world) => {
      const { jetemail, received } = visit(world, "once-status-503");
      // Nothing says that this one may be sent twice.
      const post = Reflect.get(jetemail.http, "POST") as (
        path: string,
        init: object,
      ) => Promise<{ response: Response }>;
      equal((await post("/outbound/transactional-keys", { body: BODY })).response.status, 503);
      equal((await received()).length, 1);
    },
  ),
];
