// What is said and done when no response comes, or one that HTTP cannot read.
import { BODY, type Behaviour, behaviour, check, equal, failing, failsWith, visit } from "./visit.js";

/** A `fetch` that fails like Node's, and how often it was called. */
function createBroken(cause: object): {
  readonly fetch: () => Promise<Response>;
  readonly count: () => number;
} {
  let calls = 0;
  const fetch = async (): Promise<Response> => {
    calls++;
    throw new TypeError("fetch failed", { cause });
  };
  return { fetch, count: () => calls };
}

const withCode = (code: string): Error => Object.assign(new Error("why"), { code });

/** A `fetch` whose type a careless test double does not keep. */
const give = (value: unknown): (() => Promise<Response>) => Object(async () => value);

const broken = (name: string, scenario: string): Behaviour =>
  behaviour("thrown", name, async (world) => {
    const { jetemail } = visit(world, scenario, { maxRetries: 0 });
    // Some runtimes read it.
    const outcome = await jetemail.updateTransactionalKey({ body: BODY }).catch((error: unknown) => error);
    check(!(outcome instanceof Error) || world.library.isJetEmailError(outcome), "class");
    check(!String(outcome).includes("no connection"), String(outcome));
  });

export const connections: readonly Behaviour[] = [
  behaviour("retried", "no connection, by the codes that Node and undici give for it", async (world) => {
    const codes = [
      "ECONNREFUSED",
      "EAI_AGAIN",
      "ETIMEDOUT",
      "UND_ERR_CONNECT_TIMEOUT",
      "EHOSTUNREACH",
      "ENETUNREACH",
    ];
    const retryAll = codes.map(async (code) => {
      const { fetch, count } = createBroken(withCode(code));
      const { message } = await failsWith(world, "ConnectionError", visit(world, "ok", { fetch }).jetemail);
      check(String(message).includes("no connection to"), String(message));
      equal(count(), 3, code);
    });
    await Promise.all(retryAll);
  }),
  behaviour("retried", "not: a connection that failed for good", async (world) => {
    for (const cause of [withCode("CERT_HAS_EXPIRED"), new Error("bad port")]) {
      const { fetch, count } = createBroken(cause);
      // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
      await failsWith(world, "ConnectionError", visit(world, "ok", { fetch }).jetemail);
      equal(count(), 1, cause.message);
    }
  }),
  broken(
    "an error of ours that does not say that there was no connection: a head that is too large",
    "huge-head",
  ),
  broken(
    "an error of ours that does not say that there was no connection: a head that is broken",
    "broken-head",
  ),
  behaviour(
    "thrown",
    "UnexpectedResponseError: a fetch of your own that gives no Response",
    async (world) => {
      for (const value of [undefined, null, "text", {}, { status: 200, headers: new Headers() }]) {
        const { jetemail } = visit(world, "ok", { fetch: give(value) });
        // oxlint-disable-next-line no-await-in-loop -- one case after the other reads best
        const { message } = await failsWith(world, "UnexpectedResponseError", jetemail);
        check(String(message).includes("your fetch returned "), String(message));
      }
    },
  ),
  behaviour("thrown", "AuthenticationError: a 401 whose status text is not Latin-1", async (world) => {
    const { jetemail } = visit(world, "odd-reason-401");
    equal((await failsWith(world, "AuthenticationError", jetemail))["status"], 401);
    const { http } = visit(world, "odd-reason-401").jetemail;
    equal((await http.PATCH("/outbound/transactional-keys", { body: BODY })).response.status, 401);
    const response = Object.defineProperty(new Response("{}", { status: 401 }), "statusText", { value: "✓" });
    const own = visit(world, "ok", { fetch: async () => response });
    check(
      (await failing(own.jetemail.updateTransactionalKey({ body: BODY })))["status"] === 401,
      "own fetch",
    );
  }),
];
