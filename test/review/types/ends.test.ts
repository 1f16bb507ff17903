import { expect, test } from "vitest";
import type { MessagePart } from "../../../scripts/review/differ/message.js";
import { readDocument, type SideName } from "../../../scripts/review/document/document.js";
import { readOperations, type Operation } from "../../../scripts/review/document/operations.js";
import { writeEnds } from "../../../scripts/review/types/ends.js";

const content = { "text/plain": {}, "application/JSON": {} };

/** An operation of a path, of a webhook or of a callback of the path. */
const OWNERS = {
  path: "POST /a/{}",
  webhook: "webhook POST event",
  callback: "POST /a/{} callback done POST u",
};

function read(side: SideName, post: object, owner: keyof typeof OWNERS): Operation | undefined {
  const callbacks = { done: { u: { post } } };
  const root = {
    openapi: "3.1.0",
    paths: { "/a/{id}": { post: { ...post, callbacks } } },
    webhooks: { event: { post } },
  };
  return readOperations(readDocument(root, side)).get(OWNERS[owner]);
}

const base = {
  parameters: [
    { name: "q", in: "query" },
    { name: "Q", in: "query" },
    { name: "X-Id", in: "header" },
    { name: "id", in: "path" },
  ],
  requestBody: { content },
  responses: {
    "200": { content, headers: { "X-Rate": {}, "x-rate": {}, ETag: {} } },
    "4xx": { content, headers: { First: {} } },
    default: { content },
  },
};

/** The same operation, in other words. */
const head = {
  parameters: [
    { name: "q", in: "query" },
    { name: "Q", in: "query" },
    { name: "x-id", in: "header" },
    { name: "item", in: "path" },
  ],
  requestBody: { content: { "application/json": {} } },
  responses: {
    "200": { content: { "application/json": {} }, headers: { "x-rate": {} } },
    "404": { content, headers: { other: {} } },
    "5XX": { content },
  },
};

const call = (module: string) => `${module}.paths["/a/{id}"]["post"]`;

const response = (status: string, mediaType = "application/json"): MessagePart => ({
  kind: "response",
  status,
  mediaType,
});
const parameter = (where: string, name: string): MessagePart => ({ kind: "parameter", in: where, name });
const header = (status: string, name: string): MessagePart => ({ kind: "header", status, name });

type Expected = readonly [base: string, head: string] | undefined;

test.each<[claim: string, part: MessagePart, types: Expected, owner?: keyof typeof OWNERS]>([
  [
    "a body has the media type of each side as that is written",
    { kind: "body", mediaType: "application/json" },
    [
      `NonNullable<${call("Base")}["requestBody"]>["content"]["application/JSON"]`,
      `NonNullable<${call("Head")}["requestBody"]>["content"]["application/json"]`,
    ],
  ],
  ["a body of a media type that one side has not has none", { kind: "body", mediaType: "text/plain" }, undefined],
  ["a body in a callback has none", { kind: "body", mediaType: "application/json" }, undefined, "callback"],
  [
    "a body of a webhook stands among the webhooks",
    { kind: "body", mediaType: "application/json" },
    [
      `NonNullable<Base.webhooks["event"]["post"]["requestBody"]>["content"]["application/JSON"]`,
      `NonNullable<Head.webhooks["event"]["post"]["requestBody"]>["content"]["application/json"]`,
    ],
    "webhook",
  ],
  [
    "a component is found by its name, in whatever operation it is used",
    { kind: "component", name: "A-B" },
    [`Base.components["schemas"]["A-B"]`, `Head.components["schemas"]["A-B"]`],
    "callback",
  ],
  ["a component may be called by a number", { kind: "component", name: "7" }, [`Base.components["schemas"][7]`, `Head.components["schemas"][7]`]],
  [
    "a parameter is found by its name",
    parameter("query", "q"),
    [
      `NonNullable<NonNullable<${call("Base")}["parameters"]["query"]>["q"]>`,
      `NonNullable<NonNullable<${call("Head")}["parameters"]["query"]>["q"]>`,
    ],
  ],
  [
    "a query has a case",
    parameter("query", "Q"),
    [
      `NonNullable<NonNullable<${call("Base")}["parameters"]["query"]>["Q"]>`,
      `NonNullable<NonNullable<${call("Head")}["parameters"]["query"]>["Q"]>`,
    ],
  ],
  [
    "a header of a request is found in any case",
    parameter("header", "X-ID"),
    [
      `NonNullable<NonNullable<${call("Base")}["parameters"]["header"]>["X-Id"]>`,
      `NonNullable<NonNullable<${call("Head")}["parameters"]["header"]>["x-id"]>`,
    ],
  ],
  [
    "the only one of a path is found under another name",
    parameter("path", "id"),
    [
      `NonNullable<NonNullable<${call("Base")}["parameters"]["path"]>["id"]>`,
      `NonNullable<NonNullable<${call("Head")}["parameters"]["path"]>["item"]>`,
    ],
  ],
  ["one of several is not found under another name", parameter("query", "s"), undefined],
  ["a parameter of a place where there is none has none", parameter("cookie", "q"), undefined],
  [
    "a response is found by its status, as a number",
    response("200"),
    [
      `NonNullable<${call("Base")}["responses"][200]["content"]>["application/JSON"]`,
      `NonNullable<${call("Head")}["responses"][200]["content"]>["application/json"]`,
    ],
  ],
  [
    "a status that is not named falls to its range, as that is written, before the default",
    response("404"),
    [
      `NonNullable<${call("Base")}["responses"]["4xx"]["content"]>["application/JSON"]`,
      `NonNullable<${call("Head")}["responses"][404]["content"]>["application/JSON"]`,
    ],
  ],
  [
    "a status without a range falls to the default",
    response("503", "text/plain"),
    [
      `NonNullable<${call("Base")}["responses"]["default"]["content"]>["text/plain"]`,
      `NonNullable<${call("Head")}["responses"]["5XX"]["content"]>["text/plain"]`,
    ],
  ],
  ["a status that a side says nothing of has none", response("302"), undefined],
  ["a response of a media type that one side has not has none", response("200", "text/plain"), undefined],
  [
    "a header of a response is found in any case, the first of them",
    header("200", "x-RATE"),
    [
      `NonNullable<${call("Base")}["responses"][200]["headers"]["X-Rate"]>`,
      `NonNullable<${call("Head")}["responses"][200]["headers"]["x-rate"]>`,
    ],
  ],
  ["a header that one side has not has none", header("200", "etag"), undefined],
])("%s", (_claim, part, types, owner = "path") => {
  const operation = { base: read("base", base, owner), head: read("head", head, owner) };
  const use = { thing: "schema", operation, part, subject: "", direction: "request", base: [], head: [] } as const;
  expect(writeEnds(use)).toEqual(types && { base: types[0], head: types[1] });
}); // prettier-ignore

test.each([
  ["base", { base: undefined, head: read("head", head, "path") }],
  ["head", { base: read("base", base, "path"), head: undefined }],
])("an operation without its %s has none", (_side, operation) => {
  const part = { kind: "body", mediaType: "application/json" } as const;
  const use = { thing: "schema", operation, part, subject: "", direction: "request", base: [], head: [] } as const;
  expect(writeEnds(use)).toBe(undefined);
}); // prettier-ignore
