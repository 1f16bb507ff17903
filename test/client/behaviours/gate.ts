// Gates of the user's, and how long a call waits for one.
import {
  BODY,
  type Behaviour,
  type Options,
  behaviour,
  check,
  equal,
  failing,
  failsWith,
  visit,
  getOperation,
} from "./visit.js";

type Gate = Exclude<Options["rateLimit"], false | undefined>;

const fail = (): never => {
  throw new Error("no Redis");
};
const hang = (): Promise<never> => new Promise(() => undefined);
const asGate = (gate: object): Gate => ({ acquire: () => 0, block: () => undefined, ...gate });

export const gates: readonly Behaviour[] = [
  behaviour("never sent", "anything past a gate of your own that fails: GateError", async (world) => {
    const values = [undefined, null, NaN, -1, Infinity, 1n, "5", {}];
    const broken = [...values.map((value) => ({ acquire: () => value })), { acquire: fail }];
    for (const gate of broken) {
      const { jetemail, received } = visit(world, "ok", { rateLimit: asGate(gate) });
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      const error = await failsWith(world, "GateError", jetemail);
      // oxlint-disable-next-line no-await-in-loop -- as above
      equal([error["code"], error["attempts"], (await received()).length], ["gate", 0, 0]);
    }
  }),
  behaviour(
    "never sent",
    "anything again when a gate of your own fails to close: GateError",
    async (world) => {
      for (const block of [fail, async () => fail()]) {
        const rateLimit = asGate({ block });
        const { jetemail, received } = visit(world, "limited-0", { rateLimit });
        // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
        const error = await failsWith(world, "GateError", jetemail);
        equal([error["status"], error["attempts"]], [429, 1]);
        // oxlint-disable-next-line no-await-in-loop -- as above
        equal((await failsWith(world, "GateError", jetemail))["attempts"], 0);
        // oxlint-disable-next-line no-await-in-loop -- as above
        equal((await received()).length, 1);
      }
    },
  ),
  behaviour("sent", "a call whose gate throws in settle(), as if it had not", async (world) => {
    for (const settle of [fail, async () => fail()]) {
      const { jetemail } = visit(world, "ok", { rateLimit: asGate({ settle }) });
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      equal((await jetemail.updateTransactionalKey({ body: BODY })).success, true);
    }
  }),
  behaviour("sent", "a call that has waited for its turn longer than timeoutMs", async (world) => {
    const waits = [2100];
    const rateLimit = asGate({ acquire: () => waits.shift() ?? 0 });
    const { jetemail } = visit(world, "ok", { rateLimit, timeoutMs: 2000 });
    equal((await jetemail.updateTransactionalKey({ body: BODY })).success, true);
  }),
  behaviour("thrown", "TimeoutError: a gate of your own that never answers", async (world) => {
    const rateLimit = asGate({ acquire: hang });
    const { jetemail } = visit(world, "ok", { rateLimit, timeoutMs: 100 });
    equal((await failsWith(world, "TimeoutError", jetemail))["attempts"], 0);
  }),
  behaviour("thrown", "RateLimitError: a wait longer than maxWaitMs, and what to do", async (world) => {
    const rateLimit = asGate({ acquire: () => 60_000 });
    const { jetemail, received } = visit(world, "ok", { rateLimit, maxWaitMs: 59_999 });
    const error = await failsWith(world, "RateLimitError", jetemail);
    check(/; raise maxWaitMs, or call again at \d\d:\d\d:\d\d UTC$/.test(String(error["message"])), "words");
    equal([error["retryAfterMs"], (await received()).length], [60_000, 0]);
  }),
  behaviour("thrown", "RateLimitError: a block, at once, and what to do", async (world) => {
    const rateLimit = asGate({ acquire: () => 5000, blockedMs: () => 5000 });
    const { jetemail } = visit(world, "ok", { rateLimit });
    const { message } = await failsWith(world, "RateLimitError", jetemail);
    check(/; set waitForBlock, or call again at \d\d:\d\d:\d\d UTC$/.test(String(message)), "words");
  }),
  behaviour("retried", "a 429 with waitForBlock, after a wait longer than timeoutMs", async (world) => {
    const { jetemail, received } = visit(world, "once-limited-3", { waitForBlock: true, timeoutMs: 2500 });
    equal((await jetemail.updateTransactionalKey({ body: BODY })).success, true);
    equal((await received()).length, 2);
  }),
  behaviour("logged", "how long each call will wait at the gate, by onWait", async (world) => {
    const events: object[] = [];
    const waits = [20, 10];
    const rateLimit = asGate({ acquire: () => waits.shift() ?? 0 });
    const { jetemail } = visit(world, "ok", { rateLimit, onWait: (event) => void events.push(event) });
    await jetemail.updateTransactionalKey({ body: BODY });
    const { id: operationId, path } = getOperation(world);
    const event = { callId: 1, operationId, path };
    equal(events, [{ ...event, attempt: 0, waitMs: 20 }]);
  }),
  behaviour("thrown", "the caller's own reason of 100 parallel calls on one signal", async (world) => {
    const controller = new AbortController();
    const { signal } = controller;
    const { jetemail } = visit(world, "ok", { fetch: hang, rateLimit: false, signal });
    const calls = Array.from({ length: 100 }, () =>
      failing(jetemail.updateTransactionalKey({ body: BODY, signal })),
    );
    const reason = { message: "enough" };
    controller.abort(reason);
    const reasons = await Promise.all(calls);
    check(
      reasons.every((given) => given === reason),
      "another reason",
    );
  }),
];
