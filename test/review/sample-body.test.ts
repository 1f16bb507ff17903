import { expect, test } from "vitest";
import { review } from "../../scripts/review/index.js";

const schema = { type: "object", required: ["n"], properties: { n: { type: "integer", minimum: 3 } } };
const document = (post: object | undefined): string =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: { "/a": post === undefined ? {} : { post: { ...post, responses: { "204": { description: "ok" } } } } },
  }); // prettier-ignore

test("a request that must have a body is shown with one, also where the body is not what breaks", async () => {
  const requestBody = { required: true, content: { "application/json": { schema } } };
  const [base, head] = [{ requestBody }, undefined].map((post, index) => ({
    name: `${index}`,
    entry: "a.json",
    read: () => document(post),
  }));
  if (base === undefined || head === undefined) throw new Error("there are two sides");
  const { changes } = await review(base, head);
  const removed = changes.find(({ keyword }) => keyword === "removed");
  expect(removed?.curl).toBe(
    `curl -X POST 'https://api.example.com/a' -H 'Content-Type: application/json' --data-raw '{"n":3}'`,
  );
  // What is not what breaks is no part of the proof.
  expect(removed?.counterexample).toMatchObject({ request: { method: "POST", path: "/a" } });
  expect(removed?.counterexample).not.toHaveProperty("request.body");
});
