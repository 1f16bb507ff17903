import {
  BODY,
  type Behaviour,
  CUT,
  KEY,
  type Options,
  TOKEN,
  behaviour,
  check,
  equal,
  failing,
  failsWith,
  holdsNoSecret,
  refusal,
  visit,
  ofJetEmail,
} from "./visit.js";

/** A `fetch` that neither ends nor hears its signal. */
const hang = (): Promise<Response> => new Promise(() => undefined);

export const thrown: readonly Behaviour[] = [
  behaviour(
    "thrown",
    "RequestValidationError: a body that does not match the schema, before anything is sent",
    async (world) => {
      const { jetemail, received } = visit(world, "ok");
      const call = jetemail.updateTransactionalKey as (input: object) => Promise<unknown>;
      const error = await failing(call({ body: { api_token: TOKEN, status: 1, name: "Marketing" } }));
      check(error instanceof world.library.RequestValidationError, String(error));
      check(Array.isArray(error["issues"]) && error["issues"].length > 0, "issues");
      equal([error["attempts"], (await received()).length], [0, 0]);
      holdsNoSecret(error);
    },
  ),
  behaviour("thrown", "TypeError: a misspelt option, with the nearest right name", async (world) => {
    const make = (options: object) => async () =>
      world.library.createClient({ apiKey: KEY, dangerouslyAllowBrowser: true, timeoutMs: 8000, ...options });
    const cases = {
      timeout: "timeoutMs",
      retries: "maxRetries",
      baseURL: "baseUrl",
      api_key: "apiKey",
      onretry: "onRetry",
    };
    for (const [wrong, right] of Object.entries(cases)) {
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      const error = await failing(make({ [wrong]: 1 })());
      check(
        error instanceof TypeError &&
          error.message.includes(`"${wrong}"`) &&
          error.message.includes(`"${right}"`),
        String(error),
      );
    }
  }),
  behaviour("thrown", "TimeoutError: no response within the deadline", async (world) => {
    equal(
      (await failsWith(world, "TimeoutError", visit(world, "silent").jetemail, { timeoutMs: 1000 }))[
        "attempts"
      ],
      1,
    );
  }),
  behaviour("thrown", "TimeoutError: a body that stalls", async (world) => {
    await failsWith(world, "TimeoutError", visit(world, "stalled", { timeoutMs: 150 }).jetemail);
  }),
  behaviour("thrown", "TimeoutError: a body that drips", async (world) => {
    await failsWith(world, "TimeoutError", visit(world, "drip", { timeoutMs: 150 }).jetemail);
  }),
  behaviour(
    "thrown",
    "TimeoutError: a fetch of your own that never ends and hears no signal",
    async (world) => {
      await failsWith(world, "TimeoutError", visit(world, "ok", { timeoutMs: 100, fetch: hang }).jetemail);
    },
  ),
  behaviour(
    "thrown",
    "the caller's own reason when the caller's signal ends the call, in flight or before",
    async (world) => {
      const { jetemail } = visit(world, "silent");
      const controller = new AbortController();
      setTimeout(() => controller.abort("enough"), 50);
      const inFlight = jetemail.updateTransactionalKey({ body: BODY, signal: controller.signal });
      equal(await inFlight.catch((reason: unknown) => reason), "enough");
      const client = visit(world, "ok", { signal: controller.signal });
      equal(
        await client.jetemail.updateTransactionalKey({ body: BODY }).catch((reason: unknown) => reason),
        "enough",
      );
      equal((await client.received()).length, 0);
    },
  ),
  ...[301, 302, 303, 307, 308].map((status) =>
    behaviour("thrown", `RedirectError: a ${status}, by the name of its host`, async (world) => {
      const { jetemail, received } = visit(world, `redirect-${status}`);
      const error = await failsWith(world, "RedirectError", jetemail);
      const { host } = new URL(world.elsewhere);
      equal(String(error["message"]).includes(host), !world.isBrowser, "names the host");
      equal(error["status"], world.isBrowser ? undefined : status);
      equal(
        (await received()).map((request) => request.host),
        ["main"],
      );
    }),
  ),
  refusal("RedirectError: a redirect that points nowhere", "redirect-nowhere", "RedirectError"),
  ofJetEmail(
    refusal("ApiError: a 400, with message and error of the body in its text", "status-400", "ApiError", {
      status: 400,
      message: "updateTransactionalKey: the API responded with status 400: what went wrong: In short",
      body: { message: "what went wrong", error: "In short" },
    }),
  ),
  refusal("AuthenticationError: a 401", "status-401", "AuthenticationError", {
    status: 401,
    code: "authentication",
  }),
  refusal("AuthenticationError: a 403", "status-403", "AuthenticationError", { status: 403 }),
  refusal("NotFoundError: a 404", "status-404", "NotFoundError", { status: 404, code: "not_found" }),
  refusal("ApiError: a 500", "status-500", "ApiError", { status: 500, code: "api" }),
  refusal("ApiError: a 503 that does not go away, after three attempts", "status-503", "ApiError", {
    attempts: 3,
  }),
  refusal(
    "ApiError: an HTML page with a 502",
    "html-status-502",
    "ApiError",
    { status: 502, body: undefined },
    { maxRetries: 0 },
  ),
  refusal("AuthenticationError: a 401 whose body is cut off", "cut-status-401", "AuthenticationError", {
    status: 401,
    body: undefined,
  }),
  ofJetEmail(
    refusal("ApiError: a 200 that says success: false", "success-false", "ApiError", {
      status: 200,
      body: { success: false, message: "no such key" },
    }),
  ),
  refusal("ApiError: a 400 with line ends and escape codes, in one plain line", "escape-codes", "ApiError", {
    message: "updateTransactionalKey: the API responded with status 400: one two [31mred ",
  }),
  refusal("ApiError: a 400 that nests a thousand levels deep", "deep-json", "ApiError", { status: 400 }),
  behaviour(
    "thrown",
    "ApiError: a 400 with `__proto__` in its body, taken as a plain name",
    async (world) => {
      const { body } = await failsWith(world, "ApiError", visit(world, "proto").jetemail);
      equal([Object.hasOwn(Object(body), "__proto__"), "polluted" in Object(body)], [true, false]);
    },
  ),
  refusal("ResponseValidationError: a 200 of another shape", "wrong-shape", "ResponseValidationError", {
    code: "response_validation",
    body: { success: "yes", message: 7 },
  }),
  refusal("UnexpectedResponseError: an HTML page with a 200", "html", CUT, {
    status: 200,
    code: "unexpected_response",
  }),
  refusal("UnexpectedResponseError: JSON under another content type", "json-as-text", CUT),
  refusal("UnexpectedResponseError: a body that is not JSON", "not-json", CUT),
  refusal("UnexpectedResponseError: an empty 200", "empty-200", CUT),
  refusal("UnexpectedResponseError: an empty 204, which the document does not have", "empty-204", CUT),
  refusal("UnexpectedResponseError: a 2xx that the document does not have", "undocumented", CUT),
  refusal("UnexpectedResponseError: bytes that are not UTF-8", "utf8", CUT),
  refusal("UnexpectedResponseError: a chunked body that is cut off", "truncated", CUT),
  refusal("UnexpectedResponseError: a body shorter than its Content-Length", "short", CUT),
  refusal("UnexpectedResponseError: a body longer than its Content-Length", "long", CUT),
  refusal("UnexpectedResponseError: gzip that breaks", "broken-gzip", CUT),
  refusal("UnexpectedResponseError: a body larger than 1 MiB", "too-large", CUT),
  refusal(
    "UnexpectedResponseError: a body without end, at the limit that was set",
    "endless",
    CUT,
    {},
    { maxResponseBytes: 100_000 },
  ),
  behaviour(
    "thrown",
    "ConnectionError: a refused connection, with the runtime's own words as its cause",
    async (world) => {
      const options: Options = {
        apiKey: KEY,
        baseUrl: world.refused,
        dangerouslyAllowBrowser: true,
        maxRetries: 0,
      };
      const error = await failsWith(world, "ConnectionError", world.library.createClient(options));
      check(error["cause"] instanceof Error && error["cause"].message !== "", "cause");
      equal([error["attempts"], error["code"]], [1, "connection"]);
    },
  ),
  behaviour(
    "thrown",
    "ConnectionError: a connection that is reset every time, after three attempts",
    async (world) => {
      equal((await failsWith(world, "ConnectionError", visit(world, "reset").jetemail))["attempts"], 3);
    },
  ),
  ofJetEmail(
    behaviour(
      "thrown",
      "AuthenticationError: an apiKey function that throws or gives no usable key",
      async (world) => {
        const bad: (() => string)[] = [
          () => JSON.parse("{"),
          () => "",
          () => "transactional_s3ndsmail",
          () => "api_1\n",
        ];
        for (const apiKey of bad) {
          const { jetemail, received } = visit(world, "ok", { apiKey });
          // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
          holdsNoSecret(await failsWith(world, "AuthenticationError", jetemail), ["transactional_s3ndsmail"]);
          // oxlint-disable-next-line no-await-in-loop -- as above
          equal((await received()).length, 0);
        }
      },
    ),
  ),
  behaviour(
    "thrown",
    "an error of ours also by http for a redirect, a deadline and a body that is not JSON",
    async (world) => {
      const patch = (scenario: string) =>
        failing(
          visit(world, scenario, scenario === "silent" ? { timeoutMs: 300 } : {}).jetemail.http.PATCH(
            "/outbound/transactional-keys",
            {
              body: BODY,
            },
          ),
        );
      equal(
        (await Promise.all(["redirect-307", "silent", "not-json"].map(patch))).map(({ name }) => name),
        ["RedirectError", "TimeoutError", CUT],
      );
    },
  ),
];
