import { expect, test } from "vitest";
import { renderOperations } from "../../../scripts/pipeline/operations.js";

/** What operations.ts says of the security of an operation, and what generate warns of. */
function render(operation: object, securitySchemes: object, security?: unknown) {
  const paths = { "/a": { get: { operationId: "getA", responses: {}, ...operation } } };
  const document = {
    openapi: "3.1.0",
    paths,
    components: { securitySchemes },
    ...(security ? { security } : {}),
  };
  const { text, problems, wire } = renderOperations(document, () => undefined);
  return {
    security: /security: (.*),\n/.exec(text)?.[1],
    warnings: problems.map(({ message }) => message),
    wire,
  };
}

test.each([
  ["http bearer", { type: "http", scheme: "Bearer", bearerFormat: "JWT" }, "{ write: writeBearer }"],
  ["http basic", { type: "http", scheme: "basic" }, "{ write: writeBasic }"],
  [
    "a header",
    { type: "apiKey", in: "header", name: "X-API-Key" },
    '{ write: writeHeaderKey, name: "X-API-Key" }',
  ],
  [
    "the query",
    { type: "apiKey", in: "query", name: 'a "b"' },
    '{ write: writeQueryKey, name: "a \\"b\\"" }',
  ],
  ["a cookie", { type: "apiKey", in: "cookie", name: "sid" }, '{ write: writeCookieKey, name: "sid" }'],
  ["OAuth 2.0", { type: "oauth2", flows: {} }, "{ write: writeBearer }"],
  ["OpenID Connect", { type: "openIdConnect", openIdConnectUrl: "https://a.test" }, "{ write: writeBearer }"],
])("a credential in %s is written by that", (_, scheme, written) => {
  const { security, warnings, wire } = render({}, { "the-key": scheme }, [{ "the-key": ["scope"] }]);
  expect(security).toBe(`[{ "the-key": ${written} }]`);
  expect(warnings).toEqual([]);
  const writer = /write: (\w+)/.exec(written)?.[1] ?? "";
  expect(wire).toEqual([`credential/${writer.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`]);
});

const SCHEMES = { a: { type: "http", scheme: "bearer" }, b: { type: "oauth2" }, m: { type: "mutualTLS" } };

test.each([
  ["its own", { security: [{ b: [] }] }, [{ a: [] }], "[{ b: { write: writeBearer } }]"],
  ["the document's", {}, [{ a: [] }], "[{ a: { write: writeBearer } }]"],
  ["none", { security: [] }, [{ a: [] }], "[]"],
  ["none in either", {}, undefined, "[]"],
  [
    "alternatives, of which one is none",
    { security: [{ a: [] }, {}] },
    [],
    "[{ a: { write: writeBearer } }, {}]",
  ],
  [
    "two together",
    { security: [{ a: [], b: [] }] },
    [],
    "[{ a: { write: writeBearer }, b: { write: writeBearer } }]",
  ],
  [
    "what a client writes beside what it does not",
    { security: [{ m: [], a: [] }] },
    [],
    "[{ a: { write: writeBearer } }]",
  ],
])("an operation requires %s", (_, operation, security, written) => {
  expect(render(operation, SCHEMES, security).security).toBe(written);
});

test.each([
  ["a challenge", { type: "http", scheme: "digest" }, '"k" (http digest)'],
  ["a certificate", { type: "mutualTLS" }, '"k" (mutualTLS)'],
  ["a place that no request has", { type: "apiKey", in: "body", name: "k" }, '"k" (apiKey body)'],
  ["nothing that the document has", undefined, '"k" (which the document does not have)'],
])("a warning tells that the client does not answer %s", (_, scheme, told) => {
  const { security, warnings } = render({}, { k: scheme }, [{ k: [] }]);
  expect(security).toBe("[{}]");
  expect(warnings).toEqual([
    `getA: the client sends no credential for ${told}; give it a \`fetch\` that does`,
  ]);
});
