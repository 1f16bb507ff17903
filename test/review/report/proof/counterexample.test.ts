import { describe, expect, test } from "vitest";
import { readDocument, type SideName } from "../../../../scripts/review/document/document.js";
import { readOperations } from "../../../../scripts/review/document/operations.js";
import type { Proof } from "../../../../scripts/review/judge/findings.js";
import { writeCounterexample } from "../../../../scripts/review/report/proof/counterexample.js";

function read(side: SideName, operation: object, path = "/a/{id}") {
  const root = { openapi: "3.1.0", paths: { [path]: { post: { operationId: side, ...operation } } } };
  return [...readOperations(readDocument(root, side)).values()][0];
}

const issues: Proof["issues"] = [{ message: "must be at most 1", path: ["n", 0], keyword: "maximum" }];

function prove(
  message: Proof["message"],
  parameters: readonly object[] = [],
  rest: Partial<Proof> = {},
): Proof {
  const operation = { base: read("base", { parameters }), head: read("head", {}, "/b/{id}") };
  return { operation, message, refusedBy: "head", issues, ...rest };
}

const request = { kind: "request" } as const;

describe("a request is shown", () => {
  const sent = { method: "POST", path: "/a/{id}" };
  test.each<[claim: string, proof: Proof, shown: object]>([
    ["as the operation of the side that accepts it asks for it", prove(request), sent],
    ["as that of head, where base refuses it", prove(request, [], { refusedBy: "base" }), { ...sent, path: "/b/{id}" }],
    ["as the one operation that there is", prove(request, [], { operation: { base: undefined, head: read("head", {}) } }), sent],
    ["as the one of base, where there is no other", prove(request, [], { operation: { base: read("base", {}), head: undefined }, refusedBy: "base" }), sent],
    ["of no operation by what it carries alone", prove({ ...request, body: 1 }, [], { operation: { base: undefined, head: undefined } }), { method: "", path: "", body: 1 }],
    ["with its path filled, letter by letter", prove({ ...request, params: { id: "$&" } }), { ...sent, path: "/a/$&" }],
    ["with its query, headers and body", prove({ ...request, query: { q: 1 }, headers: { h: 2 }, contentType: "a/b", body: 3 }), { ...sent, query: { q: 1 }, headers: { h: 2 }, contentType: "a/b", body: 3 }],
    ["with what it sends in place of what has to be there", prove({ ...request, query: { q: 7 } }, [{ name: "q", in: "query", required: true }]), { ...sent, query: { q: 7 } }],
    ["without what need not be there", prove(request, [{ name: "q", in: "query" }]), sent],
    ["each parameter where it stands", prove(request, [{ name: "id", in: "path", required: true }, { name: "h", in: "header", required: true }, { name: "q", in: "query", required: true }]), { ...sent, path: "/a/1", query: { q: "1" }, headers: { h: "1" } }],
  ])("%s", (_claim, proof, shown) => {
    expect(writeCounterexample(proof)).toEqual({ request: shown, refusedBy: proof.refusedBy, issues });
  }); // prettier-ignore
});

describe("a value that has to be there is", () => {
  test.each<[claim: string, parameter: object, value: string]>([
    ["the parameter's example, before all else", { example: "a", schema: { example: "b", default: "c" } }, "a"],
    ["the schema's example, before its default", { schema: { example: "b", default: "c" } }, "b"],
    ["its default, before its constant", { schema: { default: "c", const: "d" } }, "c"],
    ["its constant, before what is listed", { schema: { const: "d", enum: ["e"] } }, "d"],
    ["the first that is listed", { schema: { enum: ["e", "f"], type: "boolean" } }, "e"],
    ["a boolean of a boolean", { schema: { type: "boolean" } }, "false"],
    ["1 of everything else", { schema: { type: "integer" } }, "1"],
    ["1 without a schema", {}, "1"],
    ["1 of a text", { schema: { type: "string", maxLength: 3 } }, "1"],
    ["a word of its pattern", { schema: { type: "string", pattern: "^[a-z]{5}$" } }, "aaaaa"],
    ["a text of its format", { schema: { type: "string", format: "date-time" } }, "2024-01-31T12:00:00Z"],
    ["a text of its length", { schema: { type: "string", minLength: 3 } }, "aaa"],
    ["a number within its limits", { schema: { type: "integer", minimum: 100 } }, "100"],
    ["1 where nothing is taken", { schema: { type: "object" } }, "1"],
    ["a number as text", { example: 0 }, "0"],
    ["a boolean as text", { example: false }, "false"],
    ["no list, object or null", { example: ["a"], schema: { example: { a: 1 }, default: null, enum: "no list" } }, "1"],
  ])("%s", (_claim, parameter, value) => {
    const shown = writeCounterexample(prove(request, [{ name: "q", in: "query", required: true, ...parameter }]));
    expect(shown).toMatchObject({ request: { query: { q: value } } });
  }); // prettier-ignore
});

test("an answer is shown by the name of its operation", () => {
  const shown = writeCounterexample(prove({ kind: "response", status: "200", contentType: "a/b", body: 1 }));
  const response = { operationId: "head", status: "200", contentType: "a/b", body: 1 };
  expect(shown).toEqual({ response, refusedBy: "head", issues });
});
