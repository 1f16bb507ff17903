/** What a user writes in TypeScript, and what the compiler has to refuse. */
export const typescript = `import { createClient, isJetEmailError, RateLimitError, type ClientOptions, type JetEmail } from "jetemail-client";
import type { components, paths } from "jetemail-client/schema";
import {
  isUpdateTransactionalKeyBody,
  validateUpdateTransactionalKeyBody,
  type UpdateTransactionalKeyBody,
} from "jetemail-client/validators";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// What the environment gives may be undefined, also under exactOptionalPropertyTypes.
export function connect(apiKey: string | undefined): JetEmail {
  const options: ClientOptions = { apiKey, baseUrl: undefined, timeoutMs: undefined };
  return createClient(options);
}

export async function rename(jetemail: JetEmail, api_token: string, name: string): Promise<string | undefined> {
  const call = jetemail.updateTransactionalKey({ body: { api_token, name, quota: 0 } });
  const { message } = await call;
  const { data, response } = await call.withResponse();
  const status: number = response.status;
  const isMessageOptional: Same<(typeof data)["message"], string | undefined> = true;
  return status === 200 && isMessageOptional ? data.message : message;
}

export async function disable(jetemail: JetEmail, api_token: string): Promise<number> {
  try {
    await jetemail.updateTransactionalKey({ body: { api_token, status: 0 }, timeoutMs: 1_000 });
    return 0;
  } catch (error) {
    if (error instanceof RateLimitError) return error.retryAfterMs;
    if (isJetEmailError(error)) return error.attempts;
    throw error;
  }
}

export async function bare(jetemail: JetEmail, body: UpdateTransactionalKeyBody): Promise<boolean | undefined> {
  const { data, error } = await jetemail.http.PATCH("/outbound/transactional-keys", { body });
  const words: string | undefined = error?.message;
  return words === undefined ? data?.success : false;
}

export function read(value: unknown): UpdateTransactionalKeyBody | readonly string[] {
  if (isUpdateTransactionalKeyBody(value)) return value;
  return validateUpdateTransactionalKeyBody(value, { maxIssues: 3 }).map(({ message }) => message);
}

export type Patch = paths["/outbound/transactional-keys"]["patch"];
export const failed: components["schemas"]["ErrorResponse"] = { message: "no" };

export function refused(jetemail: JetEmail): unknown[] {
  const api_token = "transactional_a1b2c3d4";
  return [
    // @ts-expect-error: status travels alone
    jetemail.updateTransactionalKey({ body: { api_token, status: 1, name: "Marketing" } }),
    // @ts-expect-error: a field is misspelt
    jetemail.updateTransactionalKey({ body: { api_token, qouta: 1 } }),
    // @ts-expect-error: the token is missing
    jetemail.updateTransactionalKey({ body: { name: "Marketing" } }),
    // @ts-expect-error: only 0 and 1 are statuses
    jetemail.updateTransactionalKey({ body: { api_token, status: 2 } }),
    // @ts-expect-error: the body is missing
    jetemail.updateTransactionalKey(),
    // @ts-expect-error: no such operation
    jetemail.updateTransactionalKeys,
    // @ts-expect-error: an option is misspelt
    createClient({ apikey: "api_a1b2c3d4" }),
    // @ts-expect-error: no such path
    jetemail.http.PATCH("/outbound/keys", {}),
  ];
}
`;

/** A CommonJS file in TypeScript: its imports become calls of require(). */
export const commonjs = `import { createClient } from "jetemail-client";
import { isErrorResponse } from "jetemail-client/validators";
export const jetemail = createClient({ apiKey: "api_a1b2c3d4" });
export const isKnown: boolean = isErrorResponse({});
`;

const update = `
const jetemail = createClient({ apiKey: "api_a1b2c3d4", baseUrl: process.argv[2] });
const body = { api_token: "transactional_a1b2c3d4", name: "Marketing" };
if (validateUpdateTransactionalKeyBody(body).length > 0) throw new Error("the body is not valid");
jetemail.updateTransactionalKey({ body }).then(({ message }) => console.log(message));
`;

/** The same call in each way that Node knows to get at a package; printed: the answer's message. */
export const scripts = {
  "import.mjs": `import { createClient } from "jetemail-client";
import { validateUpdateTransactionalKeyBody } from "jetemail-client/validators";
${update}`,
  "require.cjs": `const { createClient } = require("jetemail-client");
const { validateUpdateTransactionalKeyBody } = require("jetemail-client/validators");
if (require("jetemail-client/openapi.json").openapi !== "3.1.1") throw new Error("another document");
${update}`,
  "dynamic.cjs": `Promise.all([import("jetemail-client"), import("jetemail-client/validators")]).then(
  ([{ createClient }, { validateUpdateTransactionalKeyBody }]) => {
${update}
});`,
} as const;

/** Tests of somebody's own code, by the tools that the README names. */
export const tests = {
  "stub.test.mjs": `import { createClient } from "jetemail-client";
test("a fetch of the test's own answers", async () => {
  const fetch = async () => Response.json({ success: true, message: "stubbed" });
  const jetemail = createClient({ apiKey: "api_a1b2c3d4", rateLimit: false, fetch });
  const call = jetemail.updateTransactionalKey({ body: { api_token: "transactional_a1b2c3d4", status: 1 } });
  expect(await call).toEqual({ success: true, message: "stubbed" });
  await expect(jetemail.updateTransactionalKey({ body: {} })).rejects.toThrow("api_token is required");
});
`,
  "msw.mjs": `import { createClient } from "jetemail-client";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
const url = "https://api.jetemail.com/outbound/transactional-keys";
const server = setupServer(http.patch(url, () => HttpResponse.json({ success: true, message: "mocked" })));
server.listen({ onUnhandledRequest: "error" });
const jetemail = createClient({ apiKey: "api_a1b2c3d4" });
const body = { api_token: "transactional_a1b2c3d4", status: 1 };
console.log((await jetemail.updateTransactionalKey({ body })).message);
server.close();
`,
} as const;
