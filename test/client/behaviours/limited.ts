import {
  BODY,
  type Behaviour,
  KEY,
  type Options,
  behaviour,
  between,
  equal,
  failing,
  failsWith,
  visit,
  ofJetEmail,
} from "./visit.js";

const giveKey = (): string => KEY;

export const limits: readonly Behaviour[] = [
  behaviour(
    "never sent",
    "more than one of 20 parallel calls into a block: the others fail without being sent",
    async (world) => {
      const { jetemail, received } = visit(world, "limited-300");
      const startedAt = Date.now();
      const calls = Array.from({ length: 20 }, () => failsWith(world, "RateLimitError", jetemail));
      const errors = await Promise.all(calls);
      equal((await received()).length, 1, "requests");
      const elapsedMs = Date.now() - startedAt;
      for (const { retryAfterMs, until } of errors) {
        between(retryAfterMs, 300_000 - elapsedMs, 300_000);
        between(Number(until) - startedAt, 300_000 - elapsedMs, 300_000 + elapsedMs);
      }
      equal(errors.map(({ attempts }) => attempts).toSorted(), [...Array.from({ length: 19 }, () => 0), 1]);
    },
  ),
  behaviour(
    "never sent",
    "a call of another client with the same key and base URL during a block",
    async (world) => {
      const { jetemail, received, baseUrl } = visit(world, "limited-300");
      await failsWith(world, "RateLimitError", jetemail);
      const other = world.library.createClient({ apiKey: KEY, baseUrl, dangerouslyAllowBrowser: true });
      equal((await failsWith(world, "RateLimitError", other))["attempts"], 0);
      const stranger = world.library.createClient({
        apiKey: "api_another1",
        baseUrl,
        dangerouslyAllowBrowser: true,
      });
      equal((await failsWith(world, "RateLimitError", stranger))["attempts"], 1);
      equal((await received()).length, 2);
    },
  ),
  behaviour("never sent", "a call that waits for the gate and is aborted there", async (world) => {
    const { jetemail, received } = visit(world, "limited-300", { waitForBlock: true });
    await failing(jetemail.updateTransactionalKey({ body: BODY, maxRetries: 0 }));
    const controller = new AbortController();
    const waiting = failing(jetemail.updateTransactionalKey({ body: BODY, signal: controller.signal }));
    setTimeout(() => controller.abort(new Error("changed my mind")), 50);
    equal((await waiting)["message"], "changed my mind");
    equal((await received()).length, 1);
  }),
  behaviour("never sent", "a burst after a block: one probe goes first", async (world) => {
    const { jetemail, received } = visit(world, "once-limited-1", { waitForBlock: true });
    await failing(jetemail.updateTransactionalKey({ body: BODY, maxRetries: 0 }));
    await Promise.all(Array.from({ length: 5 }, () => jetemail.updateTransactionalKey({ body: BODY })));
    equal((await received()).length, 6);
  }),
  ...[
    ["with Retry-After 0", "limited-0", 2],
    ["whose date has passed", "limited-Sun%2C%2006%20Nov%201994%2008%3A49%3A37%20GMT", 2],
    ["of a server whose clock is ten minutes behind", "limited-skewed--600", 1],
    ["of a server whose clock is ten minutes ahead", "limited-skewed-600", 1],
  ].map(([words, scenario, requests]) =>
    behaviour("never sent", `more than ${requests} of 20 calls into a 429 ${words}`, async (world) => {
      const { jetemail, received } = visit(world, String(scenario));
      const calls = Array.from({ length: 20 }, () => failsWith(world, "RateLimitError", jetemail));
      await Promise.all(calls);
      equal((await received()).length, requests, "requests");
    }),
  ),
  behaviour("never sent", "a call of another key of the same account during a block", async (world) => {
    const { jetemail, baseUrl } = visit(world, "limited-300", { account: "mine" });
    await failsWith(world, "RateLimitError", jetemail);
    const options: Options = { baseUrl, dangerouslyAllowBrowser: true, account: "mine" };
    const other = world.library.createClient({ ...options, apiKey: async () => "api_another1" });
    equal((await failsWith(world, "RateLimitError", other))["attempts"], 0);
  }),
  behaviour("never sent", "a call to localhost during a block of 127.0.0.1 with that port", async (world) => {
    const { jetemail, baseUrl } = visit(world, "limited-300");
    await failsWith(world, "RateLimitError", jetemail);
    const options: Options = { apiKey: KEY, dangerouslyAllowBrowser: true };
    const names = ["localhost", "[::1]"].map((name) => baseUrl.replace("127.0.0.1", name));
    const others = names.map((name) => world.library.createClient({ ...options, baseUrl: name }));
    const errors = await Promise.all(others.map((other) => failsWith(world, "RateLimitError", other)));
    equal(
      errors.map(({ attempts }) => attempts),
      [0, 0],
    );
  }),
  behaviour("sent", "a call of a client with an apiKey function during a block of another", async (world) => {
    const { jetemail, received, baseUrl } = visit(world, "limited-300", { apiKey: giveKey });
    await failsWith(world, "RateLimitError", jetemail);
    const other = world.library.createClient({ apiKey: giveKey, baseUrl, dangerouslyAllowBrowser: true });
    equal((await failsWith(world, "RateLimitError", other))["attempts"], 1);
    equal((await received()).length, 2);
  }),
  ofJetEmail(
    behaviour("sent", "a call in the place of one that was ended before it was sent", async (world) => {
      const keys = { isHeld: false };
      const apiKey = async (): Promise<string> => (keys.isHeld ? new Promise(() => undefined) : KEY);
      const { jetemail, received } = visit(world, "ok", { apiKey, maxWaitMs: 1000 });
      await jetemail.updateTransactionalKey({ body: BODY });
      keys.isHeld = true;
      const { signal, abort } = createEnd();
      const calls = Array.from({ length: 199 }, () =>
        jetemail.updateTransactionalKey({ body: BODY, signal }),
      );
      // The 201st has no place, and so the 200 have theirs.
      await failsWith(world, "RateLimitError", jetemail);
      abort("enough");
      equal(new Set(await Promise.all(calls.map((call) => call.catch(String)))).size, 1, "reasons");
      keys.isHeld = false;
      await jetemail.updateTransactionalKey({ body: BODY });
      equal((await received()).length, 2);
    }),
  ),
  behaviour(
    "never sent",
    "a burst after a success that was sent before a 429 and came after it",
    async (world) => {
      const answers: ((response: Response) => void)[] = [];
      const fetch = async (): Promise<Response> => new Promise((resolve) => answers.push(resolve));
      const { jetemail } = visit(world, "ok", { fetch, maxRetries: 0, timeoutMs: 1000 });
      const call = () => jetemail.updateTransactionalKey({ body: BODY }).catch((error: unknown) => error);
      const answer = async (index: number, response: Response): Promise<void> => {
        while (!answers[index]) await pass(5); // oxlint-disable-line no-await-in-loop -- until it is sent
        answers[index]?.(response);
      };
      const first = call();
      await answer(0, Response.json({ success: true }));
      await first;
      const pair = [call(), call()];
      await answer(1, new Response("{}", { status: 429, headers: { "retry-after": "0" } }));
      await pass(20);
      await answer(2, Response.json({ success: true }));
      await Promise.all(pair);
      const burst = Array.from({ length: 5 }, call);
      await pass(500);
      equal(answers.length, 4, "requests: three before, and one probe");
      await Promise.all(burst);
    },
  ),
  behaviour("sent", "every call at once with rateLimit: false", async (world) => {
    const { jetemail, received } = visit(world, "limited-300", { rateLimit: false });
    await Promise.all(Array.from({ length: 5 }, () => failsWith(world, "RateLimitError", jetemail)));
    equal((await received()).length, 5);
  }),
  behaviour("sent", "a call when a gate of your own lets it go; a 429 closes that gate", async (world) => {
    const asked: (number | string)[] = [];
    const waits = [30, 0];
    const rateLimit = {
      acquire: () => {
        asked.push("acquire");
        return waits.shift() ?? 0;
      },
      block: (ms: number) => void asked.push(ms),
    };
    await failsWith(
      world,
      "RateLimitError",
      visit(world, "limited-7", { rateLimit, maxRetries: 0 }).jetemail,
    );
    equal(asked, ["acquire", "acquire", 7000]);
  }),
];

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function createEnd(): { readonly signal: AbortSignal; readonly abort: (reason: unknown) => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason) => controller.abort(reason) };
}

/** The header is written when the row runs; a date is as far off as it is while the call runs. */
const limitedFor = (name: string, writeHeader: () => string, expectedMs: number | "until then"): Behaviour =>
  behaviour("thrown", `RateLimitError: Retry-After ${name}`, async (world) => {
    const header = writeHeader();
    const { jetemail } = visit(world, `limited-${encodeURIComponent(header)}`, { maxRetries: 0 });
    const startedAt = Date.now();
    const { retryAfterMs, status, body, message } = await failsWith(world, "RateLimitError", jetemail);
    const words = /: Too many requests; blocked for \d+ (?:s|min|h), until (?:\S+ )?\d\d:\d\d:\d\d UTC$/;
    equal(words.test(String(message)), retryAfterMs !== 0, "message");
    if (expectedMs === "until then") {
      const date = Date.parse(header.replace(/( GMT)?$/, " GMT"));
      // By the server's clock, which tells whole seconds.
      between(retryAfterMs, date - Date.now() - 1000, date - startedAt + 1000);
    } else equal(retryAfterMs, expectedMs, "retryAfterMs");
    equal([status, body], [429, { message: "Too many requests" }]);
  });

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toUTCString();

/** The form that C's asctime gives: `Sun Nov  6 08:49:37 1994`. */
const inAnHourOfAsctime = (): string => {
  const [weekday = "", day = "", month = "", year = "", time = ""] = inAnHour().split(/,? /);
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
};

export const retryAfter: readonly Behaviour[] = [
  limitedFor("in seconds", () => "120", 120_000),
  limitedFor("as a date", inAnHour, "until then"),
  limitedFor("as a date in the form of asctime", inAnHourOfAsctime, "until then"),
  limitedFor("as a date that has passed", () => "Sun, 06 Nov 1994 08:49:37 GMT", 0),
  ofJetEmail(limitedFor("absent: five minutes", () => "", 300_000)),
  ofJetEmail(limitedFor("malformed: five minutes", () => "soon", 300_000)),
  ofJetEmail(limitedFor("negative: five minutes", () => "-5", 300_000)),
  ofJetEmail(limitedFor("NaN: five minutes", () => "NaN", 300_000)),
  limitedFor("beyond 2^31 ms: 2^31 - 1 ms", () => "99999999999999", 2 ** 31 - 1),
];
