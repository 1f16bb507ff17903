// An API that is not JetEmail's: its key in a header of its own, its failures as problem details, another rate limit.
import type { Operation, Validate } from "../../../src/call/operation.js";
import * as library from "../../../src/index.js";
import type { CalledOperation } from "../behaviours/visit.js";
import type { Policy } from "../../../src/policy.js";
import { writeHeaderKey } from "../../../src/wire/credential/write-header-key.js";

type Library = typeof library;
type Client = ReturnType<Library["createClient"]>;

const refuse = (message: string, ...path: readonly string[]) => [
  { message, path, keyword: "type", keywordLocation: "/type" },
];

/** An object that has no field twice, as the rows send and break it. */
const checkBody: Validate = (value) => {
  const { api_token: token, status, name } = Object(value);
  const fields = Object.keys(Object(value)).filter(
    (field) => !/^(?:api_token|name|quota|status)$/.test(field),
  );
  if (typeof token !== "string" || (status !== undefined && name !== undefined))
    return refuse("must be a widget");
  return fields.flatMap((field) => refuse("is unknown", field));
};
const checkAnswer: Validate = (value) => {
  const { success, message } = Object(value);
  return [typeof success, typeof message].every(
    (type, at) => type === "undefined" || type === ["boolean", "string"][at],
  )
    ? []
    : refuse("must be an answer");
};

const operations = {
  renameWidget: {
    method: "PATCH",
    path: "/widgets/current",
    idempotent: true,
    security: [{ widgetKey: { write: writeHeaderKey, name: "X-API-Key" } }],
    parameters: [],
    requestBody: { required: true, content: { "application/json": checkBody } },
    responses: { 200: { "application/json": checkAnswer } },
  },
} as const satisfies Readonly<Record<string, Operation>>;

const POLICY: Policy = { rateLimit: { requests: 50, windowMs: 10_000, blockMs: 90_000 } };

export const SECOND_OPERATION: CalledOperation = { id: "renameWidget", path: "/widgets/current" };

export const createSecondClient = (options: library.ClientForOptions<"widgetKey">) =>
  library.createClientFor<object, typeof operations>(operations, [], options, POLICY);

const rename = (path: string): string => path.replace("/outbound/transactional-keys", SECOND_OPERATION.path);

/** Under the names by which the behaviours call one. */
function createRenamedClient(options: object = {}): Client {
  const { renameWidget, http } = createSecondClient(options);
  const methods = ["PATCH", "POST", "GET", "PUT", "DELETE"].map((method) => {
    const call = Reflect.get(http, method) as (path: string, init?: object) => Promise<unknown>;
    return [method, (path: string, init?: object) => call(rename(path), init)];
  });
  const renamed: unknown = {
    updateTransactionalKey: renameWidget,
    http: { ...http, ...Object.fromEntries(methods) },
  };
  // The rows call no more of a client than this.
  return renamed as Client;
}

/** The package with a client of that API in place of JetEmail's. */
export const SECOND_LIBRARY: Library = { ...library, createClient: createRenamedClient };
