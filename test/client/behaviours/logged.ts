import {
  BODY,
  type Behaviour,
  TOKEN,
  behaviour,
  check,
  equal,
  failing,
  failsWith,
  holdsNoSecret,
  print,
  visit,
} from "./visit.js";

/** A `fetch` that fails and says everything it knows. */
async function tellAll(request: Request): Promise<Response> {
  const said = `${request.headers.get("authorization")} ${await request.text()}`;
  const inner = Object.assign(new Error(`deep ${said}`), { request: said, code: "ECONNREFUSED" });
  throw Object.assign(new TypeError(`failed ${said}`, { cause: inner }), { request: said });
}

function breakDown(): never {
  throw new Error("broken hook");
}

export const logged: readonly Behaviour[] = [
  behaviour("logged", "no secret in the client, whichever way it is printed", async (world) => {
    const { jetemail } = visit(world, "ok");
    await jetemail.updateTransactionalKey({ body: BODY });
    holdsNoSecret(jetemail);
  }),
  ...[
    "echo-400",
    "echo-401",
    "echo-500",
    "echo-wrong-shape",
    "echo-html",
    "echo-not-json",
    "redirect-echo",
  ].map((scenario) =>
    behaviour("logged", `no secret in an error when the server echoes it (${scenario})`, async (world) => {
      const error = await failing(visit(world, scenario).jetemail.updateTransactionalKey({ body: BODY }));
      check(world.library.isJetEmailError(error), String(error));
      holdsNoSecret(error);
    }),
  ),
  behaviour(
    "logged",
    "no secret that looks like none: whatever the body has under api_token",
    async (world) => {
      const token = 'aB"c/d é\\ ümlaut';
      const error = await failing(
        visit(world, "echo-400").jetemail.updateTransactionalKey({ body: { api_token: token } }),
      );
      check(world.library.isJetEmailError(error), String(error));
      const text = print(error);
      for (const form of [token, JSON.stringify(token).slice(1, -1), encodeURIComponent(token)])
        check(!text.includes(form), "the token shows");
    },
  ),
  behaviour("logged", "no secret in the cause of an error", async (world) => {
    const error = await failsWith(
      world,
      "ConnectionError",
      visit(world, "ok", { fetch: tellAll, maxRetries: 0 }).jetemail,
    );
    holdsNoSecret(error);
    equal(Object(Object(error["cause"]).cause).code, "ECONNREFUSED", "the inner cause's code");
  }),
  behaviour(
    "logged",
    "no secret in what the hooks are told, and one onResponse for each onRequest",
    async (world) => {
      const events: [string, Record<string, unknown>][] = [];
      const note = (hook: string) => (event: object) => void events.push([hook, { ...event }]);
      const hooks = {
        onRequest: note("request"),
        onResponse: note("response"),
        onRetry: note("retry"),
        onWait: note("wait"),
      };
      const { jetemail } = visit(world, "once-later-0", hooks);
      await jetemail.updateTransactionalKey({ body: BODY, headers: { "x-extra": TOKEN } });
      await failing(visit(world, "echo-401", hooks).jetemail.updateTransactionalKey({ body: BODY }));
      await failing(
        visit(world, "silent", { ...hooks, timeoutMs: 1000 }).jetemail.updateTransactionalKey({ body: BODY }),
      );
      const names = events.map(([name]) => name);
      equal(names, [
        "request",
        "response",
        "retry",
        "request",
        "response",
        "request",
        "response",
        "request",
        "response",
      ]);
      equal(
        events.map(([, { attempt }]) => attempt),
        [1, 1, 1, 2, 2, 1, 1, 1, 1],
      );
      holdsNoSecret(events);
    },
  ),
  behaviour("logged", "nothing of a hook that throws reaches the call", async (world) => {
    const { jetemail } = visit(world, "ok", { onRequest: breakDown, onResponse: async () => breakDown() });
    equal((await jetemail.updateTransactionalKey({ body: BODY })).success, true);
  }),
];
