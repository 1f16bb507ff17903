import { describe, expect, test } from "vitest";
import { listFacts, withOperation } from "./facts-of.js";

const url = (address: string, rest: object = {}) => ({ url: address, ...rest });
/** Nothing can be sent to a server without a host. */
const removed = (address: string, at: string, issue = "the server is no longer listed") => {
  const refused = ` | ${issue}: ${JSON.stringify({ kind: "request", server: address })}`;
  const isWhole = address.startsWith("https:") && !address.includes("{");
  return `request server removed | server \`${address}\` (servers) | ${at} → nowhere${isWhole ? refused : ""}`;
};
const added = (address: string, at: string) =>
  `request server added | server \`${address}\` (servers) | nowhere → ${at}`;
const rewritten = "request server rewritten | list of servers (servers) | /servers → /servers"; // prettier-ignore

type Servers = readonly object[];

const cases: readonly [name: string, base: Servers, head: Servers, facts: readonly string[]][] = [
  ["the same", [url("https://a.example")], [url("https://a.example")], []],
  ["one is added", [url("https://a.example")], [url("https://a.example"), url("/b")], [added("/b", "/servers/1")]],
  ["one is replaced", [url("https://a.example")], [url("https://b.example")], [removed("https://a.example", "/servers/0"), added("https://b.example", "/servers/0")]],
  ["the first is written: it was /", [], [url("https://a.example")], [removed("/", "nowhere"), added("https://a.example", "/servers/0")]],
  ["all are removed: what is left is /", [url("https://a.example")], [], [removed("https://a.example", "/servers/0", "no server is listed any longer: the address is no longer known"), added("/", "nowhere")]],
  ["the default is written out", [], [url("/")], ["request server rewritten | list of servers (servers) | nowhere → /servers"]],
  ["case, default port and trailing slash say nothing", [url("https://a.example")], [url("HTTPS://A.example:443/")], [rewritten]],
  ["the order says nothing", [url("/a"), url("/b")], [url("/b"), url("/a")], [rewritten]],
  ["the same one in two spellings is one", [url("/a")], [url("/a"), url("/a/")], [rewritten]],
  ["a variable's value is removed", [url("/{v}", { variables: { v: { enum: ["1", "2"], default: "1" } } })], [url("/{v}", { variables: { v: { enum: ["1"], default: "1" } } })], [removed("/2", "/servers/0")]],
  ["a variable is written out", [url("/{v}", { variables: { v: { enum: ["1"], default: "1" } } })], [url("/1")], [rewritten]],
  ["a variable of any value loses it", [url("/{v}", { variables: { v: { default: "1" } } })], [url("/1")], [removed("/{v}", "/servers/0")]],
  ["one with a variable of any value is removed, which is told once", [url("/{v}", { variables: { v: { default: "1" } } }), url("/a")], [url("/a")], [removed("/1", "/servers/0")]],
  ["one with a variable of any value is added, which is told once", [url("/a")], [url("/a"), url("/{v}", { variables: { v: { default: "1" } } })], [added("/1", "/servers/1")]],
  ["two variables are spelled out together", [url("/{a}{b}", { variables: { a: { enum: ["1", "2"], default: "1" }, b: { enum: ["x", "y"], default: "x" } } })], [url("/1x"), url("/1y"), url("/2x")], [removed("/2y", "/servers/0")]],
  ["a variable of any value is the same", [url("/{v}", { variables: { v: { default: "1" } } })], [url("/{v}", { variables: { v: { default: "1" } } })], []],
  ["a default of any value changes", [url("/{v}", { variables: { v: { default: "1" } } })], [url("/{v}", { variables: { v: { default: "2" } } })], [removed("/1", "/servers/0"), added("/2", "/servers/0")]],
  ["a variable stands twice", [url("/{v}/{v}", { variables: { v: { enum: ["1"] } } })], [url("/1/1")], [rewritten]],
  ["its path keeps its case and its inner slashes", [url("https://a.example/A//b")], [url("https://a.example/a/b")], [removed("https://a.example/A//b", "/servers/0"), added("https://a.example/a/b", "/servers/0")]],
  ["many slashes at the end say nothing", [url("/a")], [url("/a//")], [rewritten]],
  ["the second is described", [url("/a"), url("/b")], [url("/a"), url("/b", { description: "x" })], ['both text changed | server (description) | nowhere → /servers/1/description | absent → "x"']],
  ["a described one is replaced", [url("/a")], [url("/b", { description: "x" })], [removed("/a", "/servers/0"), added("/b", "/servers/0")]],
  ["it is described", [url("/a")], [url("/a", { description: "x" })], ['both text changed | server (description) | nowhere → /servers/0/description | absent → "x"']],
]; // prettier-ignore

describe("servers", () => {
  test.each(cases)("%s", (_, base, head, facts) => {
    const [old, now] = [base, head].map((servers) =>
      withOperation({}, servers.length === 0 ? {} : { servers }),
    );
    expect(listFacts(old ?? {}, now ?? {})).toEqual(facts);
  });
});

const values = (count: number) => Array.from({ length: count }, (_, index) => String(index));

const many = (count: number) => url("/{v}", { variables: { v: { enum: values(count), default: "0" } } });

test("a server of too many spellings is compared as it is written", () => {
  expect(
    listFacts(withOperation({}, { servers: [many(300)] }), withOperation({}, { servers: [many(290)] })),
  ).toEqual([]);
  const few = listFacts(
    withOperation({}, { servers: [many(256)] }),
    withOperation({}, { servers: [many(255)] }),
  );
  expect(few).toEqual([removed("/255", "/servers/0")]);
});

test("an operation's own servers count before the document's", () => {
  const root = { servers: [url("/root")] };
  expect(listFacts(withOperation({}, root), withOperation({ servers: [url("/own")] }, root))).toEqual([
    removed("/root", "/servers/0"),
    added("/own", "…/servers/0"),
  ]);
});
