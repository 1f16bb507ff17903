import { expectTypeOf, it } from "vitest";
import { createClient, type JetEmail } from "../../src/index.js";

const token = { api_token: "transactional_1" };

/** Compiled by `tsc`, never called: each `@ts-expect-error` fails the type check when the line below it compiles. */
export async function wrongCallsDoNotCompile(jetemail: JetEmail): Promise<void> {
  // @ts-expect-error -- a body is needed
  await jetemail.updateTransactionalKey();
  // @ts-expect-error -- a token is needed
  await jetemail.updateTransactionalKey({ body: { name: "x" } });
  // @ts-expect-error -- status travels alone
  await jetemail.updateTransactionalKey({ body: { ...token, status: 1, name: "x" } });
  // @ts-expect-error -- status is 0 or 1
  await jetemail.updateTransactionalKey({ body: { ...token, status: 2 } });
  // @ts-expect-error -- a typo
  await jetemail.updateTransactionalKey({ body: { ...token, qouta: 1 } });
  // @ts-expect-error -- a misspelt option of a call
  await jetemail.updateTransactionalKey({ body: token, timeout: 1 });
  // @ts-expect-error -- a misspelt option of the client
  createClient({ apikey: "api_1" });
  // @ts-expect-error -- a path that the document does not have
  await jetemail.http.PATCH("/outbound/keys", { body: token });
}

it("results have their type without a cast, and an absent key in the environment compiles", () => {
  expectTypeOf<JetEmail["updateTransactionalKey"]>().returns.resolves.toEqualTypeOf<{
    success?: boolean;
    message?: string;
  }>();
  expectTypeOf<JetEmail["updateTransactionalKey"]>().returns.toHaveProperty("withResponse");
  expectTypeOf(createClient).toBeCallableWith({
    apiKey: process.env["JETEMAIL_API_KEY"],
    timeoutMs: undefined,
  });
});
