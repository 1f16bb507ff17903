import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../../../scripts/review/document/document.js";
import { readOperations } from "../../../../scripts/review/document/operations.js";
import type { Proof } from "../../../../scripts/review/judge/findings.js";
import { writeCounterexample } from "../../../../scripts/review/report/proof/counterexample.js";
import { writeCurl, type SampleBody } from "../../../../scripts/review/report/proof/curl.js";

type Sketch = {
  readonly security?: object[];
  readonly servers?: object[];
  readonly parameters?: object[];
  readonly requestBody?: object;
};

const schemes = {
  bearer: { type: "http", scheme: "bearer" },
  basic: { type: "http", scheme: "Basic" },
  header: { type: "apiKey", in: "header", name: "X-Key" },
  query: { type: "apiKey", in: "query", name: "key" },
  cookie: { type: "apiKey", in: "cookie", name: "sid" },
};

function prove(message: Proof["message"], { servers = [{ url: "https://api.example.com/v1/" }], ...rest }: Sketch = {}): Proof {
  const post = { operationId: "a", responses: {}, ...rest };
  const document = { openapi: "3.1.0", servers, paths: { "/a/{id}": { post } }, components: { securitySchemes: schemes } };
  const operation = [...readOperations(readDocument(document, "base")).values()][0];
  return { operation: { base: operation, head: undefined }, message, refusedBy: "head", issues: [] };
} // prettier-ignore

function write(message: Proof["message"], sketch?: Sketch, sampleBody?: SampleBody): string | undefined {
  const proof = prove(message, sketch);
  return writeCurl(proof, writeCounterexample(proof), sampleBody);
}

const takes = (required: boolean) => ({ requestBody: { required, content: { "application/json": {} } } });
const sample: SampleBody = () => ({ mediaType: "application/json", value: { n: 1 } });

const json = { kind: "request", contentType: "application/json" } as const;

describe("a request as a command", () => {
  test.each<[claim: string, command: string | undefined, text: string]>([
    ["with its body", write({ ...json, params: { id: "x" }, body: { n: 1 } }), `curl -X POST 'https://api.example.com/v1/a/x' -H 'Content-Type: application/json' --data-raw '{"n":1}'`],
    ["whose quotes end no word of the shell", write({ ...json, params: { id: "x" }, body: "it's" }), `curl -X POST 'https://api.example.com/v1/a/x' -H 'Content-Type: application/json' --data-raw '"it'\\''s"'`],
    ["with a text that is no JSON as it is", write({ kind: "request", contentType: "text/plain", body: "a b" }), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'Content-Type: text/plain' --data-raw 'a b'`],
    ["with a form field by field, a list as often as it has items", write({ kind: "request", contentType: "application/x-www-form-urlencoded", body: { "a b": "c&d", l: ["1", "2"] } }), `curl -X POST 'https://api.example.com/v1/a/{id}' --data-urlencode 'a%20b=c&d' --data-urlencode 'l=1' --data-urlencode 'l=2'`],
    ["with a form of parts, an object in it as JSON", write({ kind: "request", contentType: "Multipart/Form-Data; boundary=x", body: { o: { a: 1 }, s: "@x" } }), `curl -X POST 'https://api.example.com/v1/a/{id}' --form-string 'o={"a":1}' --form-string 's=@x'`],
    ["with its media type alone where it has no body", write({ kind: "request", contentType: "a/b" }), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'Content-Type: a/b'`],
    ["with its query, encoded, a list as often as it has items", write({ kind: "request", query: { q: ["a b", "&"], r: 1 } }), `curl -X POST 'https://api.example.com/v1/a/{id}?q=a%20b&q=%26&r=1'`],
    ["to the server that it names", write({ kind: "request", server: "https://old.example.com/v2/" }), `curl -X POST 'https://old.example.com/v2/a/{id}'`],
    ["with its headers", write({ kind: "request", headers: { "X-A": 1 } }), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'X-A: 1'`],
    ["with a bearer token of the environment", write({ kind: "request" }, { security: [{ bearer: [] }] }), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'Authorization: Bearer '"$API_KEY"`],
    ["with what basic authentication asks for", write({ kind: "request" }, { security: [{ basic: [] }] }), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'Authorization: Basic '"$API_KEY"`],
    ["with a key in a header and a cookie", write({ kind: "request" }, { security: [{ header: [], cookie: [] }] }), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'X-Key: '"$API_KEY" -H 'Cookie: sid='"$API_KEY"`],
    ["with a key in the query", write({ kind: "request" }, { security: [{ query: [] }] }), `curl -X POST 'https://api.example.com/v1/a/{id}?key='"$API_KEY"`],
    ["whose own credential takes the place of the usual one", write({ kind: "request", headers: { authorization: "Basic …" } }, { security: [{ bearer: [] }] }), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'authorization: Basic '"$API_KEY"`],
    ["whose own key takes a variable in the query", write({ kind: "request", query: { key: "…" } }), `curl -X POST 'https://api.example.com/v1/a/{id}?key='"$API_KEY"`],
    ["with a body that it must have, and that the proof is not about", write({ kind: "request" }, takes(true), sample), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'Content-Type: application/json' --data-raw '{"n":1}'`],
    ["with no other body than its own", write({ ...json, body: 2 }, takes(true), sample), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'Content-Type: application/json' --data-raw '2'`],
    ["with no other media type than its own", write({ kind: "request", contentType: "a/b" }, takes(true), sample), `curl -X POST 'https://api.example.com/v1/a/{id}' -H 'Content-Type: a/b'`],
    ["without a body that it need not have", write({ kind: "request" }, takes(false), sample), `curl -X POST 'https://api.example.com/v1/a/{id}'`],
    ["without a body that nobody knows", write({ kind: "request" }, takes(true), () => undefined), `curl -X POST 'https://api.example.com/v1/a/{id}'`],
    ["to the server's defaults", write({ kind: "request" }, { servers: [{ url: "https://{r}.example.com", variables: { r: { default: "eu" } } }] }), `curl -X POST 'https://eu.example.com/a/{id}'`],
    ["to an example where the server has no name", write({ kind: "request" }, { servers: [{ url: "/v1" }] }), `curl -X POST 'https://example.com/v1/a/{id}'`],
  ])("%s", (_, command, text) => expect(command).toBe(text)); // prettier-ignore

  test("means to the shell what it says", () => {
    const body = { n: "it's $HOME `id` \"x\" \\ \n é" };
    const command = write({ ...json, body }, { security: [{ bearer: [] }] }) ?? "";
    const words = execFileSync("sh", ["-c", command.replace(/^curl/, `printf '%s\\0'`)], { env: { API_KEY: "secret" }, encoding: "utf8" }).split("\0");
    expect(JSON.parse(words.at(-2) ?? "")).toEqual(body);
    expect(words).toContain("Authorization: Bearer secret");
  }); // prettier-ignore

  test("there is none of a response", () => {
    expect(write({ kind: "response", status: "200" })).toBe(undefined);
  });
});
