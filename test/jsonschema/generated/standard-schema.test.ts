import { sValidator } from "@hono/standard-validator";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { build } from "esbuild";
import { Hono } from "hono";
import { expect, expectTypeOf, test } from "vitest";
import {
  isUpdateTransactionalKeyBody,
  standardSchema,
  validateUpdateTransactionalKeyBody,
  type UpdateTransactionalKeyBody,
} from "../../../generated/validators.js";

const schema = standardSchema(isUpdateTransactionalKeyBody, validateUpdateTransactionalKeyBody);

test("a pair of validators is a Standard Schema v1 for TypeScript", () => {
  expectTypeOf(schema).toExtend<StandardSchemaV1<UpdateTransactionalKeyBody>>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<UpdateTransactionalKeyBody>();
});

const app = new Hono().post("/", sValidator("json", schema), (context) =>
  context.json(context.req.valid("json")),
);

async function post(body: unknown): Promise<Response> {
  return app.request("/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

test("Hono's validator lets a good body through", async () => {
  const response = await post({ api_token: "x", status: 1 });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ api_token: "x", status: 1 });
});

test("Hono's validator refuses a bad body with our issues", async () => {
  const response = await post({ api_token: "x", status: 2 });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: [{ message: "must be 0 or 1", path: ["status"] }] });
});

async function bundle(names: string): Promise<string> {
  const contents = `export { ${names} } from "./generated/validators.js";`;
  const options = { bundle: true, minify: true, write: false, format: "esm" } as const;
  const result = await build({ stdin: { contents, resolveDir: process.cwd() }, ...options });
  return result.outputFiles[0]?.text ?? "";
}

test("who does not use it pays no byte for it", async () => {
  expect(await bundle("isUpdateTransactionalKeyBody")).not.toContain("~standard");
  expect(await bundle("standardSchema")).toContain("~standard");
});
