// Runs unchanged in every runtime, as all files of this folder: only what the web platform has, and nothing imported but types.
import type * as client from "../../../src/index.js";
import type { Received } from "../hostile-server.js";

type Library = typeof client;
export type Options = NonNullable<Parameters<Library["createClient"]>[0]>;
export type JetEmail = ReturnType<Library["createClient"]>;

export type World = {
  readonly library: Library;
  /** The operation that the rows call, where it is another API's. */
  readonly operation?: CalledOperation;
  readonly origin: string;
  readonly refused: string;
  readonly elsewhere: string;
  /** A browser hides a redirect, sends a User-Agent of its own and refuses a client without leave. */
  readonly isBrowser: boolean;
};

export type CalledOperation = { readonly id: string; readonly path: string };

const UPDATE: CalledOperation = { id: "updateTransactionalKey", path: "/outbound/transactional-keys" };

export function getOperation({ operation = UPDATE }: World): CalledOperation {
  return operation;
}

/** The key that a request carries, where its API wants it. */
export function getKey({ headers }: Received): string | undefined {
  return headers["x-api-key"] ?? headers["authorization"]?.replace(/^Bearer /, "");
}

export type Behaviour = {
  readonly about: About;
  /** Set where a row is about the words of this API; the others hold of any API. */
  readonly api?: "JetEmail";
  readonly name: string;
  readonly run: (world: World) => Promise<void>;
};
export type About = "sent" | "retried" | "thrown" | "logged" | "never sent";

export const KEY = "api_k3y-of-the-account";
export const TOKEN = "transactional_t0ken-in-the-body";
export const BODY = { api_token: TOKEN, name: "Marketing" };

type Visit = {
  readonly jetemail: JetEmail;
  readonly received: () => Promise<readonly Received[]>;
  readonly baseUrl: string;
};

export function visit({ library, origin }: World, scenario: string, options: Options = {}): Visit {
  const id = crypto.randomUUID();
  const baseUrl = `${origin}/${scenario}/${id}`;
  const jetemail = library.createClient({
    apiKey: KEY,
    baseUrl,
    dangerouslyAllowBrowser: true,
    timeoutMs: 8000,
    ...options,
  });
  const received = async (): Promise<Received[]> => (await fetch(`${origin}/log/${id}`)).json();
  return { jetemail, received, baseUrl };
}

export function check(claim: unknown, words: string): asserts claim {
  if (!claim) throw new Error(words);
}

export function equal(actual: unknown, expected: unknown, words = "value"): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  check(left === right, `${words}: got ${left}, expected ${right}`);
}

export function between(actual: unknown, min: number, max: number): void {
  check(Number(actual) >= min && Number(actual) <= max, `${String(actual)} is not in ${min} to ${max}`);
}

/** Whatever a promise rejects with. */
export async function failing(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  return promise.then(
    (value) => Promise.reject(new Error(`expected a failure, got ${JSON.stringify(value)}`)),
    (error: unknown) => Object(error),
  );
}

/** Calls the method, which must fail with that class, and gives the error. */
export async function failsWith(
  world: World,
  name: keyof Library,
  jetemail: JetEmail,
  input: object = {},
): Promise<Record<string, unknown>> {
  const error = await failing(jetemail.updateTransactionalKey({ body: BODY, ...input }));
  check(error instanceof Object(world.library[name]), `expected ${name}, got ${String(error)}`);
  check(error["name"] === name && world.library.isJetEmailError(error), `name ${String(error["name"])}`);
  equal(error["operationId"], getOperation(world).id, "operationId");
  return error;
}

/** Every string that can be reached from a value by any property, hidden ones and prototypes included. */
function listStrings(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === "string") return [value];
  if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value))
    return [];
  seen.add(value);
  const entries = value instanceof Headers ? [...value] : [];
  const properties = Reflect.ownKeys(value).flatMap((key) => {
    const { value: inner } = Object.getOwnPropertyDescriptor(value, key) ?? {};
    return [String(key), ...listStrings(inner, seen)];
  });
  return [...entries.flat(), ...properties, ...listStrings(Object.getPrototypeOf(value), seen)];
}

/** Whatever a log might make of a value, in any runtime. */
export function print(value: unknown): string {
  const inspectors = ["Deno", "Bun"]
    .map((name) => Object(Reflect.get(globalThis, name)).inspect)
    .filter(Boolean);
  const clone = ((): unknown => {
    try {
      return structuredClone(value);
    } catch (error) {
      return String(error);
    }
  })();
  const printed = inspectors.map((inspect) => String(inspect(value, { showHidden: true, depth: 20 })));
  return [
    JSON.stringify(value),
    String(value),
    JSON.stringify(clone),
    ...listStrings(value),
    ...listStrings(clone),
    ...printed,
  ].join("\n");
}

export function holdsNoSecret(value: unknown, secrets: readonly string[] = [KEY, TOKEN]): void {
  const text = print(value).toLowerCase();
  for (const secret of secrets) {
    for (const form of [secret, encodeURIComponent(secret), btoa(secret)]) {
      check(
        !text.includes(form.toLowerCase()),
        `a secret shows: …${text.slice(Math.max(0, text.indexOf(form.toLowerCase()) - 60)).slice(0, 60)}`,
      );
    }
  }
}

export const behaviour = (about: About, name: string, run: Behaviour["run"]): Behaviour => ({
  about,
  name,
  run,
});

/** A row about what JetEmail alone says or does. */
export const ofJetEmail = (row: Behaviour): Behaviour => ({ ...row, api: "JetEmail" });

/** One scenario, one class, one count of requests. */
export const refusal = (
  name: string,
  scenario: string,
  error: keyof Library,
  more: Record<string, unknown> = {},
  options: Options = {},
): Behaviour =>
  behaviour("thrown", name, async (world) => {
    const { jetemail, received } = visit(world, scenario, options);
    const thrown = await failsWith(world, error, jetemail);
    const rename = (value: unknown): unknown =>
      typeof value === "string" ? value.replace(UPDATE.id, getOperation(world).id) : value;
    for (const [field, value] of Object.entries(more)) equal(thrown[field], rename(value), field);
    equal((await received()).length, thrown["attempts"], "attempts");
  });

export const CUT = "UnexpectedResponseError";
