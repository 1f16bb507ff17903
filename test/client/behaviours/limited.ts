import { BODY, type Behaviour, KEY, behaviour, between, equal, failing, failsWith, visit } from "./visit.js";

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
        // Each of those that wait is asked to come a millisecond after the one before it.
        between(retryAfterMs, 300_000 - elapsedMs, 300_020);
        between(Number(until) - startedAt, 300_000 - elapsedMs, 300_020 + elapsedMs);
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
    const { jetemail, received } = visit(world, "limited-300", { timeoutMs: 600_000 });
    await failing(jetemail.updateTransactionalKey({ body: BODY, maxRetries: 0 }));
    const controller = new AbortController();
    const waiting = failing(jetemail.updateTransactionalKey({ body: BODY, signal: controller.signal }));
    setTimeout(() => controller.abort(new Error("changed my mind")), 50);
    equal((await waiting)["message"], "changed my mind");
    equal((await received()).length, 1);
  }),
  behaviour("never sent", "a burst after a block: one probe goes first", async (world) => {
    const { jetemail, received } = visit(world, "once-limited-1");
    await failing(jetemail.updateTransactionalKey({ body: BODY, maxRetries: 0 }));
    await Promise.all(Array.from({ length: 5 }, () => jetemail.updateTransactionalKey({ body: BODY })));
    equal((await received()).length, 6);
  }),
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

/** The header is written when the row runs; a date is as far off as it is while the call runs. */
const limitedFor = (name: string, writeHeader: () => string, expectedMs: number | "until then"): Behaviour =>
  behaviour("thrown", `RateLimitError: Retry-After ${name}`, async (world) => {
    const header = writeHeader();
    const { jetemail } = visit(world, `limited-${encodeURIComponent(header)}`, { maxRetries: 0 });
    const startedAt = Date.now();
    const { retryAfterMs, status, body } = await failsWith(world, "RateLimitError", jetemail);
    if (expectedMs === "until then") {
      const date = Date.parse(header.replace(/( GMT)?$/, " GMT"));
      between(retryAfterMs, date - Date.now(), date - startedAt);
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
  limitedFor("absent: five minutes", () => "", 300_000),
  limitedFor("malformed: five minutes", () => "soon", 300_000),
  limitedFor("negative: five minutes", () => "-5", 300_000),
  limitedFor("NaN: five minutes", () => "NaN", 300_000),
  limitedFor("beyond 2^31 ms: 2^31 - 1 ms", () => "99999999999999", 2 ** 31 - 1),
];
