import { describe, expect, test } from "vitest";
import { pickStatus } from "../../../scripts/review/differ/status.js";
import { toMessage } from "../../../scripts/review/decide/write-message.js";
import { NO_OPERATION } from "../../../scripts/review/differ/facts.js";
import type { Message, MessagePart, TextForm } from "../../../scripts/review/differ/message.js";

test.each<[part: MessagePart, message: Message]>([
  [{ kind: "body", mediaType: "a/b" }, { kind: "request", contentType: "a/b", body: 1 }],
  [{ kind: "component", name: "A" }, { kind: "request", body: 1 }],
  [{ kind: "response", status: "200", mediaType: "a/b" }, { kind: "response", status: "200", contentType: "a/b", body: 1 }],
])("a value of %j", (part, message) => expect(toMessage({ operation: NO_OPERATION, part }, 1)).toEqual(message)); // prettier-ignore

const formIn = (location: string, style = "form", explode = true): TextForm => ({ location, style, explode, allowReserved: false }); // prettier-ignore
const simple = (location: string, explode = false) => formIn(location, "simple", explode);

describe("the texts of a parameter, as they can be sent", () => {
  test.each<[name: string, text: TextForm | undefined, value: unknown, sent: object, location?: string]>([
    ["one of a query", formIn("query"), ["a b"], { query: { n: "a b" } }],
    ["several of a query", formIn("query"), ["a", "b"], { query: { n: ["a", "b"] } }],
    ["several in one text", formIn("query", "form", false), ["a", "b"], { query: { n: "a,b" } }],
    ["several between bars", formIn("query", "pipeDelimited", false), ["a", "b"], { query: { n: "a|b" } }],
    ["names of an object", formIn("query", "deepObject"), { a: "1", b: "x" }, { query: { "n[a]": "1", "n[b]": "x" } }],
    ["names of an object that stand by themselves", formIn("query"), { a: "1" }, { query: { a: "1" } }],
    ["JSON in a query", undefined, { a: 1 }, { query: { n: '{"a":1}' } }, "query"],
    ["one of a path", simple("path"), ["a/b c"], { params: { n: "a%2Fb%20c" } }],
    ["several of a path", simple("path"), ["a", "b"], { params: { n: "a,b" } }],
    ["one of a path after a dot", formIn("path", "label", false), ["a"], { params: { n: ".a" } }],
    ["one of a header", simple("header"), ["a b"], { headers: { n: "a b" } }],
    ["several of a header", simple("header"), ["a", "b"], { headers: { n: "a,b" } }],
    ["an object in a header", simple("header"), { a: "1", b: "2" }, { headers: { n: "a,1,b,2" } }],
    ["an object in a header, told apart", simple("header", true), { a: "1", b: "2" }, { headers: { n: "a=1,b=2" } }],
    ["one of a cookie", formIn("cookie"), ["a b"], { headers: { Cookie: "n=a%20b" } }],
  ])("%s", (_, text, value, sent, location = text?.location ?? "query") => {
    const part = { kind: "parameter", in: location, name: "n" } as const;
    expect(toMessage({ operation: NO_OPERATION, part, text }, value)).toEqual({ kind: "request", ...sent });
  }); // prettier-ignore

  test("of a header of an answer", () => {
    const part = { kind: "header", status: "200", name: "n" } as const;
    expect(toMessage({ operation: NO_OPERATION, part, text: simple("header") }, ["a"])).toEqual({ kind: "response", status: "200", headers: { n: "a" } });
    expect(toMessage({ operation: NO_OPERATION, part }, [1])).toEqual({ kind: "response", status: "200", headers: { n: "[1]" } });
  }); // prettier-ignore
});

test.each([
  ["a status is itself", "404", ["404"], "404"],
  ["a range is a status of it", "4XX", [], "400"],
  ["a range is a status that nobody describes", "4xx", ["400", "401", "4XX"], "402"],
  [
    "a range of which all are described is itself",
    "4XX",
    Array.from({ length: 100 }, (_, n) => String(400 + n)),
    "4XX",
  ],
  ["what is not named is a failure", "default", ["500", "200"], "501"],
  ["a word is itself", "nonsense", [], "nonsense"],
  ["so is a range of nothing", "9XX", [], "9XX"],
])("of an answer, %s", (_, status, described, expected) => {
  expect(pickStatus(status, new Set(described))).toBe(expected);
});
