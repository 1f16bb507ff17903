import { describe, expect, test } from "vitest";
import { placeAt } from "../../../scripts/json/place.js";
import type { OperationSides } from "../../../scripts/review/differ/facts.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { readOperations } from "../../../scripts/review/document/operations.js";
import type { Finding } from "../../../scripts/review/judge/findings.js";
import { createId, listAliases, nameOperation } from "../../../scripts/review/report/change-id.js";

const root = { openapi: "3.1.0", paths: { "/a": { get: {}, post: { operationId: "addA" } } } };
const [base, head] = [readDocument(root, "base"), readDocument(root, "head")];
const [get, post] = ["GET /a", "POST /a"].map((key) => ({
  base: readOperations(base).get(key),
  head: readOperations(head).get(key),
}));
const operations = (...all: readonly (OperationSides | undefined)[]) => all.flatMap((each) => each ?? []);

const finding: Finding = {
  rule: "maximum-narrower",
  keyword: "maximum",
  name: undefined,
  operations: operations(post),
  direction: "request",
  base: placeAt(base, "/components/schemas/A/maximum"),
  head: placeAt(head, "/components/schemas/A/maximum"),
  was: 9,
  now: 8,
  subject: "request body",
  predicate: "",
  levels: { wire: "none", types: "none" },
  verdict: "compatible",
  reason: undefined,
  compiler: undefined,
  proof: undefined,
};

const at = (pointer: string) => ({ base: placeAt(base, pointer), head: placeAt(head, pointer) });

describe("a change is called by its rule and its place", () => {
  test.each<[claim: string, rest: Partial<Finding>, id: string]>([
    ["where it counts in a message", { spot: "request body.list.*.n" }, "maximum-narrower@addA.request-body.list.*.n"],
    ["without the quotes of a name", { spot: "query parameter `a b`" }, "maximum-narrower@addA.query-parameter-a-b"],
    ["where it counts in no operation's message", { spot: "component A", operations: [] }, "maximum-narrower@component-A"],
    ["of several operations by the first in the alphabet", { spot: "request body", operations: operations(post, get) }, "maximum-narrower@GET /a.request-body"],
    ["outside of schemas by where it is written", {}, "maximum-narrower@schemas.A.maximum"],
    ["where head has none by where base has it", { head: undefined, base: at("/components/headers/H").base }, "maximum-narrower@headers.H"],
    ["inside of an operation by the operation's name", at("/paths/~1a/post/responses/404"), "maximum-narrower@addA.responses.404"],
    ["inside of an operation that is removed by its name in base", { ...at("/paths/~1a/post/responses/404"), head: undefined, operations: [{ base: post?.base, head: undefined }] }, "maximum-narrower@addA.responses.404"],
    ["beside an operation by the whole way", at("/paths/~1a/poster"), "maximum-narrower@paths./a.poster"],
    ["at the operation itself by the whole way", at("/paths/~1a/post"), "maximum-narrower@paths./a.post"],
    ["without an index, which moves with other edits", at("/paths/~1a/post/parameters/12/schema"), "maximum-narrower@addA.parameters.schema"],
    ["with a number of three digits, which is a status", at("/paths/~1a/post/responses/100"), "maximum-narrower@addA.responses.100"],
    ["of the whole by the document", at(""), "maximum-narrower@document"],
    ["without any place by the document", { base: undefined, head: undefined }, "maximum-narrower@document"],
  ])("%s", (_claim, rest, id) => expect(createId({ ...finding, ...rest }).split("#")[0]).toBe(id)); // prettier-ignore
});

test("a hash tells apart what was and is at one place", () => {
  // Accepted changes are known by it: it stays what it is.
  expect(createId(finding)).toBe("maximum-narrower@schemas.A.maximum#3a27db");
  const others = [{ was: 7 }, { now: 7 }, { name: "n" }, at("/components/schemas/B/maximum")];
  const hashes = [{}, ...others].map((rest) => createId({ ...finding, ...rest }).split("#")[1]);
  expect(new Set(hashes).size).toBe(5);
});

describe("it may have been accepted", () => {
  const counted = { ...finding, spot: "request body" };
  const required = { ...counted, rule: "required-narrower", joined: [{ ...finding, rule: "type-narrower" }] };
  test.each<[claim: string, all: readonly string[], aliases: readonly string[]]>([
    ["by no other name, where it is called by where it is written", listAliases(finding), []],
    ["by where it is written", listAliases(counted), [createId(finding)]],
    [
      "by each name of what was joined to it",
      listAliases({ ...counted, joined: [required] }),
      [createId(finding), createId(required), createId({ ...finding, rule: "required-narrower" }), createId({ ...finding, rule: "type-narrower" })],
    ],
    ["by the name of what was joined to a change outside of schemas", listAliases({ ...finding, joined: [{ ...finding, rule: "x" }] }), [createId({ ...finding, rule: "x" })]],
  ])("%s", (_claim, all, aliases) => expect(all).toEqual(aliases));
}); // prettier-ignore

test.each([
  ["head", { base: get?.base, head: post?.head }, "addA"],
  ["base, where head has none", { base: get?.base, head: undefined }, "GET /a"],
  ["nobody", { base: undefined, head: undefined }, ""],
  ["nobody either", undefined, ""],
])("an operation is called as by %s", (_claim, operation, name) =>
  expect(nameOperation(operation)).toBe(name),
);
