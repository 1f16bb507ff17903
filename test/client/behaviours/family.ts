// What the operations of the key family do differently from one another.
import {
  BODY,
  type Behaviour,
  type JetEmail,
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

const PATH = "/outbound/transactional-keys";
const CHOICE = { api_token: TOKEN };

/** What the server gives out; `hostile-server.ts` has it too, and no file of this folder imports but types. */
const ISSUED = "transactional_1ssued-by-the-server";

type Operation = {
  readonly call: (jetemail: JetEmail) => Promise<unknown>;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
};

const operations = {
  listTransactionalKeys: { call: (jetemail) => jetemail.listTransactionalKeys(), method: "GET", path: PATH },
  createTransactionalKey: {
    call: (jetemail) => jetemail.createTransactionalKey({ body: { name: "Marketing" } }),
    method: "POST",
    path: PATH,
    body: { name: "Marketing" },
  },
  updateTransactionalKey: {
    call: (jetemail) => jetemail.updateTransactionalKey({ body: BODY }),
    method: "PATCH",
    path: PATH,
    body: BODY,
  },
  deleteTransactionalKey: {
    call: (jetemail) => jetemail.deleteTransactionalKey({ body: CHOICE }),
    method: "DELETE",
    path: PATH,
    body: CHOICE,
  },
  rotateTransactionalKey: {
    call: (jetemail) => jetemail.rotateTransactionalKey({ body: CHOICE }),
    method: "POST",
    path: `${PATH}/rotate`,
    body: CHOICE,
  },
} satisfies Record<string, Operation>;

type Name = keyof typeof operations;

const OPERATIONS: readonly (readonly [string, Operation])[] = Object.entries(operations);

/** How many requests a call makes of which the first fails in that way. */
async function countRequests(world: World, scenario: string, name: Name): Promise<number> {
  const { jetemail, received } = visit(world, scenario);
  await operations[name].call(jetemail).catch(() => undefined);
  return (await received()).length;
}

/** Whether the answer of a scenario is none that an operation may have; answers are open, so that most are. */
function isRefused(scenario: string, name: string): boolean {
  if (scenario === "listed-badly") return name === "listTransactionalKeys";
  return scenario === "issued-badly" || scenario === "issued-not";
}

const forEach = async <T>(rows: readonly T[], test: (row: T) => Promise<void>): Promise<void> => {
  await Promise.all(rows.map(test));
};

export const family: readonly Behaviour[] = [
  behaviour("sent", "each operation of the document by its method, path and body", async (world) => {
    await forEach(OPERATIONS, async ([name, { call, method, path, body }]) => {
      const { jetemail, received } = visit(world, "ok");
      await call(jetemail);
      const [request] = await received();
      equal([request?.method, request?.path.endsWith(path)], [method, true], name);
      equal(request?.body, body ? JSON.stringify(body) : "", name);
    });
  }),
  behaviour(
    "sent",
    "the list of keys as the server has it, in the forms of both its pages",
    async (world) => {
      const list = await visit(world, "listed").jetemail.listTransactionalKeys();
      const before = await visit(world, "listed-before").jetemail.listTransactionalKeys();
      equal([list.transactionalKeys?.[0]?.api_token, list.transactionalKeys?.[0]?.approvedDomains], [ISSUED, ["example.com"]]); // prettier-ignore
      const [key] = before["transactional-keys"] ?? [];
      equal([key?.api_token, key?.approvedDomains, key?.status], [ISSUED, '["example.com"]', 1]);
    },
  ),
  behaviour("sent", "a token that the server gives out, to the caller", async (world) => {
    const { jetemail } = visit(world, "issued");
    const created = await jetemail.createTransactionalKey({ body: { name: "Marketing" } });
    const rotated = await jetemail.rotateTransactionalKey({ body: CHOICE });
    equal([created.api_token, rotated.api_token], [ISSUED, ISSUED]);
  }),
  behaviour("retried", "a request that lists or deletes, because it may be sent twice", async (world) => {
    const names = ["listTransactionalKeys", "deleteTransactionalKey"] as const;
    await forEach(names, async (name) => equal(await countRequests(world, "once-status-503", name), 2, name));
  }),
  behaviour("retried", "not: a request that creates or rotates, once it may have arrived", async (world) => {
    const names = ["createTransactionalKey", "rotateTransactionalKey"] as const;
    // A browser and Deno send what was reset again by themselves.
    const isResent = world.isBrowser || "Deno" in globalThis;
    const scenarios = isResent ? ["once-status-503"] : ["once-status-503", "once-reset"];
    const cases = scenarios.flatMap((scenario) => names.map((name) => [scenario, name] as const));
    await forEach(cases, async ([scenario, name]) =>
      equal(await countRequests(world, scenario, name), 1, `${name}, ${scenario}`),
    );
  }),
  behaviour(
    "thrown",
    "what may have been carried out, and would be twice if it were sent again",
    async (world) => {
      const { jetemail } = visit(world, "status-503", { maxRetries: 0 });
      const error = await failing(jetemail.rotateTransactionalKey({ body: CHOICE }));
      check(String(error["message"]).endsWith("; rotateTransactionalKey may have been carried out"), String(error["message"])); // prettier-ignore
      const { message } = await failing(jetemail.deleteTransactionalKey({ body: CHOICE }));
      check(!String(message).includes("may have been"), String(message));
    },
  ),
  behaviour(
    "logged",
    "no token that the server gives out: not in an error, a hook or the client",
    async (world) => {
      const scenarios = ["issued", "issued-badly", "issued-not", "listed", "listed-badly"];
      const cases = scenarios.flatMap((scenario) =>
        OPERATIONS.map(([name, { call }]) => ({ scenario, name, call })),
      );
      await forEach(cases, async ({ scenario, name, call }) => {
        const seen: unknown[] = [];
        const note = (event: unknown): void => void seen.push(event);
        const { jetemail } = visit(world, scenario, { onRequest: note, onResponse: note });
        const failure = await call(jetemail).then(
          () => undefined,
          (error: unknown) => error,
        );
        check(failure === undefined || world.library.isJetEmailError(failure), `${name}: ${String(failure)}`);
        equal([seen.length, failure === undefined], [2, !isRefused(scenario, name)], `${name}, ${scenario}`);
        holdsNoSecret([failure, seen, jetemail], [ISSUED, KEY, TOKEN]);
      });
    },
  ),
  behaviour(
    "thrown",
    "ResponseValidationError: an answer with a token in it, of a wrong shape",
    async (world) => {
      const { jetemail } = visit(world, "issued-badly");
      const error = await failing(jetemail.rotateTransactionalKey({ body: CHOICE }));
      equal([error["name"], error["operationId"]], ["ResponseValidationError", "rotateTransactionalKey"]);
    },
  ),
];
