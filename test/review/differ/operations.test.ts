import { describe, expect, test } from "vitest";
import { listFacts } from "./facts-of.js";

const document = (fields: object) => ({ openapi: "3.1.0", ...fields });
const none = document({});
const path = (operation: object, at = "/a", item: object = {}) =>
  document({ paths: { [at]: { ...item, post: operation } } });
const webhook = document({ webhooks: { event: { post: {} } } });
const callback = (callbacks: object) => path({ callbacks });
const done = { done: { "{$url}": { post: {} } } };

/** A document of base and of head, and the facts. */
const cases: readonly [name: string, base: object, head: object, facts: readonly string[]][] = [
  ["an operation is added", none, path({}), ["both operation added | operation `POST /a` (added) | nowhere → …"]],
  ["an operation is removed", path({}), none, ['both operation removed | operation `POST /a` (removed) | … → nowhere | there is no such operation: {"kind":"request"}']],
  ["a webhook is added", none, webhook, ["both webhook added | webhook `POST event` (added) | nowhere → …"]],
  ["a webhook is removed", webhook, none, ["both webhook removed | webhook `POST event` (removed) | … → nowhere"]],
  ["a callback is added", callback({}), callback(done), ["both callback added | callback `POST {$url}` (added) | nowhere → …/callbacks/done/{$url}/post"]],
  ["a callback is removed", callback(done), callback({}), ["both callback removed | callback `POST {$url}` (removed) | …/callbacks/done/{$url}/post → nowhere"]],
  ["an operation is renamed", path({ operationId: "a" }), path({ operationId: "b" }), ['both operation renamed | operation `a` (operationId) | …/operationId → …/operationId | "a" → "b"']],
  ["an operation is given the name that it had without one", path({}), path({ operationId: "postA" }), ['both operation rewritten | operation `postA` (operationId) | nowhere → …/operationId | "postA" → "postA"']],
  ["a path spells its parameter differently", path({}, "/a/{x}"), path({}, "/a/{y}"), ['both path respelled | path `/a/{x}` (paths) | /paths/~1a~1{x} → /paths/~1a~1{y} | "/a/{x}" → "/a/{y}"']],
  ["a prefix moves from the server into the path", { ...path({}), servers: [{ url: "https://a.example/v1" }] }, { ...path({}, "/v1/a"), servers: [{ url: "https://a.example" }] }, ['both path moved | path `/a` (paths) | /paths/~1a → /paths/~1v1~1a | "/a" → "/v1/a"', "request server rewritten | list of servers (servers) | /servers → /servers"]],
  ["a prefix moves from the path into the server, which goes elsewhere as well", { ...path({}, "/v1/a"), servers: [{ url: "https://a.example" }, { url: "https://b.example" }] }, { ...path({}), servers: [{ url: "https://a.example/v1" }, { url: "/c" }] }, ['both path moved | path `/v1/a` (paths) | /paths/~1v1~1a → /paths/~1a | "/v1/a" → "/a"', 'request server removed | server `https://b.example/v1/a` (servers) | /servers/1 → nowhere | the server is no longer listed: {"kind":"request","server":"https://b.example"}', "request server added | server `/c/a` (servers) | nowhere → /servers/1"]],
  ["the same address counts before the same path", { ...path({}), servers: [{ url: "/v1" }] }, { paths: { "/a": { post: { summary: "another" } }, "/v1/a": { post: {} } }, openapi: "3.1.0" }, ['both path moved | path `/a` (paths) | /paths/~1a → /paths/~1v1~1a | "/a" → "/v1/a"', "request server rewritten | list of servers (servers) | /servers → nowhere", "both operation added | operation `POST /a` (added) | nowhere → …"]],
  ["the same path at one address of several counts before another path at it", { openapi: "3.1.0", paths: { "/v1/a": { post: { servers: [{ url: "/" }] } }, "/a": { post: { servers: [{ url: "/v1" }, { url: "/v2" }] } } } }, { openapi: "3.1.0", paths: { "/a": { post: { servers: [{ url: "/v1" }] } } } }, ["request server removed | server `/v2` (servers) | …/servers/1 → nowhere", 'both operation removed | operation `POST /v1/a` (removed) | … → nowhere | there is no such operation: {"kind":"request"}']],
  ["the first of several addresses counts", { ...path({}), servers: [{ url: "/v1" }, { url: "/v2" }] }, { paths: { "/v2/a": { post: { summary: "two" } }, "/v1/a": { post: { summary: "one" } } }, openapi: "3.1.0", servers: [{ url: "/" }] }, ['both path moved | path `/a` (paths) | /paths/~1a → /paths/~1v1~1a | "/a" → "/v1/a"', 'both text changed | operation (summary) | nowhere → …/summary | absent → "one"', "request server removed | server `/v2/a` (servers) | /servers/1 → nowhere", "both operation added | operation `POST /v2/a` (added) | nowhere → …"]],
  ["the same path at another server is the same operation", { ...path({}), servers: [{ url: "/v1" }] }, { ...path({}), servers: [{ url: "/v2" }] }, ["request server removed | server `/v1` (servers) | /servers/0 → nowhere", "request server added | server `/v2` (servers) | nowhere → /servers/0"]],
  ["an operation is deprecated", path({}), path({ deprecated: true }), ["request operation deprecated | operation (deprecated) | nowhere → …/deprecated | false → true"]],
  ["an operation is summed up", path({}), path({ summary: "a" }), ['both text changed | operation (summary) | nowhere → …/summary | absent → "a"']],
  ["a path item is described", path({}), path({}, "/a", { description: "a" }), ['both text changed | path item (description) | nowhere → /paths/~1a/description | absent → "a"']],
  ["an extension changes", path({ "x-a": 1 }), path({ "x-a": 2 }), ['both text changed | operation (x-a) | …/x-a → …/x-a | 1 → 2']],
  ["the version of OpenAPI changes", { openapi: "3.0.3" }, none, ['both document version | document (openapi) | /openapi → /openapi | "3.0.3" → "3.1.0"']],
  ["the title changes", document({ info: { title: "a" } }), document({ info: { title: "b" } }), ['both text changed | document (title) | /info/title → /info/title | "a" → "b"']],
  ["tags are described", document({ tags: [{ name: "a" }] }), document({ tags: [{ name: "a", description: "b" }] }), ['both text changed | document (tags) | /tags → /tags | [{"name":"a"}] → [{"name":"a","description":"b"}]']],
]; // prettier-ignore

describe("operations and the document around them", () => {
  test.each(cases)("%s", (_, base, head, facts) => {
    expect(listFacts({ ...base }, { ...head })).toEqual(facts);
  });
});

test("security and servers of a webhook are the business of whoever is called", () => {
  const base = { ...webhook, servers: [{ url: "/a" }], security: [] };
  const head = { ...webhook, servers: [{ url: "/b" }], security: [{ key: [] }] };
  expect(listFacts(base, head)).toEqual([]);
});
