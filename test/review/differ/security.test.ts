import { describe, expect, test } from "vitest";
import { compareDocuments } from "../../../scripts/review/differ/index.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { listFacts, withOperation } from "./facts-of.js";

const securitySchemes = {
  key: { type: "apiKey", in: "header", name: "X-Key" },
  sameKey: { type: "apiKey", in: "header", name: "x-key", description: "the same" },
  queryKey: { type: "apiKey", in: "query", name: "X-Key" },
  basic: { type: "http", scheme: "Basic" },
  login: {
    type: "oauth2",
    flows: { clientCredentials: { tokenUrl: "https://a.example/token", scopes: {} } },
  },
};

type Requirements = readonly object[] | undefined;

/** A document whose operation has these requirements, or the document where they are none. */
function secured(security: Requirements, schemes: object = {}, root: object = {}): Record<string, unknown> {
  const components = { securitySchemes: { ...securitySchemes, ...schemes } };
  return withOperation(security === undefined ? {} : { security }, { components, ...root });
}

const moved = "…/security → …/security";
const anonymous = 'credentials are required: {"kind":"request"}';
const notEnough = (what: string, request: object) =>
  `${what} not enough: ${JSON.stringify({ kind: "request", ...request })}`;
const other = notEnough("`key` is", { headers: { "X-Key": "…" } });

describe("what lets a caller in", () => {
  test.each<[name: string, base: Requirements, head: Requirements, facts: readonly string[]]>([
    ["nothing, as before", undefined, undefined, []],
    ["nothing, written as an empty list", undefined, [], ["request security rewritten | security (security) | nowhere → …/security"]],
    ["a requirement is added", undefined, [{ key: [] }], [`request security narrower | security (security) | nowhere → …/security | ${anonymous}`]],
    ["the requirement is removed", [{ key: [] }], undefined, ["request security wider | security (security) | …/security → nowhere"]],
    ["another scheme is asked for", [{ key: [] }], [{ basic: [] }], [`request security narrower | security (security) | ${moved} | ${other}`]],
    ["the same key under another name", [{ key: [] }], [{ sameKey: [] }], [`request security rewritten | security (security) | ${moved}`]],
    ["the key moves to the query", [{ key: [] }], [{ queryKey: [] }], [`request security narrower | security (security) | ${moved} | ${other}`]],
    ["an alternative is added", [{ key: [] }], [{ key: [] }, { basic: [] }], [`request security wider | security (security) | ${moved}`]],
    ["of several alternatives that are removed the first is told", [{ key: [] }, { queryKey: [] }], [{ basic: [] }], [`request security narrower | security (security) | ${moved} | ${other}`]],
    ["an alternative is removed", [{ key: [] }, { basic: [] }], [{ basic: [] }], [`request security narrower | security (security) | ${moved} | ${other}`]],
    ["a second scheme is asked for as well", [{ key: [] }], [{ key: [], basic: [] }], [`request security narrower | security (security) | ${moved} | ${other}`]],
    ["one of two schemes is enough now", [{ key: [], basic: [] }], [{ key: [] }], [`request security wider | security (security) | ${moved}`]],
    ["a scope is added", [{ login: ["read"] }], [{ login: ["read", "write"] }], [`request security narrower | security (security) | ${moved} | ${notEnough("`login` without the scope `write` is", { headers: { Authorization: "Bearer …" } })}`]],
    ["a scope is removed", [{ login: ["read", "write"] }], [{ login: ["read"] }], [`request security wider | security (security) | ${moved}`]],
    ["callers without credentials stay out", [{}, { key: [] }], [{ key: [] }], [`request security narrower | security (security) | ${moved} | ${anonymous}`]],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(secured(base), secured(head))).toEqual(facts);
  }); // prettier-ignore
});

describe("what is asked of callers now is said by the names of the schemes", () => {
  test.each<[claim: string, base: Requirements, head: Requirements, detail: string]>([
    ["one for another", [{ key: [] }], [{ basic: [] }], "`basic` (was `key`)"],
    ["one where none was", undefined, [{ key: [] }], "`key` (was no credential)"],
    ["fewer ways", [{ key: [] }, { basic: [] }], [{ basic: [] }], "`basic` (was `key` or `basic`)"],
    ["one more in a way", [{ key: [] }], [{ key: [], basic: [] }], "`key` and `basic` (was `key`)"],
    ["a scope", [{ login: [] }], [{ login: ["read"] }], "`login` with the scope `read` (was `login`)"],
    ["more scopes", [{ login: ["a"] }], [{ login: ["a", "b"] }], "`login` with the scopes `a`, `b` (was `login` with the scope `a`)"],
    ["another way, alone", [{ key: [] }], [{ key: [] }, { basic: [] }], "`basic`"],
    ["none any longer", [{ key: [] }], undefined, "no credential"],
  ])("%s", (_, base, head, detail) => {
    const facts = [...compareDocuments({ base: readDocument(secured(base), "base"), head: readDocument(secured(head), "head") }).facts];
    expect(facts.map((fact) => fact.detail)).toEqual([detail]);
  }); // prettier-ignore
});

describe("where the difference stands", () => {
  const at = "/components/securitySchemes";
  const rootKey = { security: [{ key: [] }] };
  test.each<[name: string, base: object, head: object, facts: readonly string[]]>([
    ["in the member of a scheme", secured([{ key: [] }]), secured([{ key: [] }], { key: { ...securitySchemes.key, name: "X-Other" } }), [`request security narrower | security (security) | ${at}/key/name → ${at}/key/name | ${other}`]],
    ["in a description of a scheme", secured([{ key: [] }]), secured([{ key: [] }], { key: { ...securitySchemes.key, description: "x" } }), [`request security rewritten | security (security) | nowhere → ${at}/key/description`]],
    ["in the case of a scheme's name", secured([{ basic: [] }]), secured([{ basic: [] }], { basic: { type: "http", scheme: "basic" } }), [`request security rewritten | security (security) | ${at}/basic/scheme → ${at}/basic/scheme`]],
    ["in a flow", secured([{ login: [] }]), secured([{ login: [] }], { login: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://b.example/token", scopes: {} } } } }), [`request security rewritten | security (security) | ${at}/login/flows → ${at}/login/flows`]],
    ["at the operation, which repeats the document's", secured(undefined, {}, rootKey), secured([{ key: [] }], {}, rootKey), ["request security rewritten | security (security) | /security → …/security"]],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts({ ...base }, { ...head })).toEqual(facts);
  }); // prettier-ignore
});

const login = (flows: object) => ({ type: "oauth2", flows });

describe("a scheme is known by what it asks, and by nothing else", () => {
  const key = { type: "apiKey", in: "header", name: "X-Key" };
  const basic = { type: "http", scheme: "basic" };
  const openId = { type: "openIdConnect", openIdConnectUrl: "https://a.example" };
  const flow = { authorizationUrl: "https://a.example/1", tokenUrl: "https://a.example/2", refreshUrl: "https://a.example/3" }; // prettier-ignore
  test.each<[claim: string, base: object, head: object, change: string]>([
    ["its type", key, { ...key, type: "http" }, "narrower"],
    ["where its key stands", key, { ...key, in: "query" }, "narrower"],
    ["the name of its key", key, { ...key, name: "X-Other" }, "narrower"],
    ["not the case of a header's name", key, { ...key, name: "x-KEY" }, "rewritten"],
    ["the case of another name", { ...key, in: "query" }, { ...key, in: "query", name: "x-KEY" }, "narrower"],
    ["its scheme", basic, { ...basic, scheme: "bearer" }, "narrower"],
    ["not the case of its scheme", basic, { ...basic, scheme: "BASIC" }, "rewritten"],
    ["not the address of its configuration", openId, { ...openId, openIdConnectUrl: "https://b.example" }, "rewritten"],
    ["the kind of its flow", login({ implicit: flow }), login({ password: flow }), "narrower"],
    ["each flow, of which one is enough", login({ implicit: flow }), login({ implicit: flow, password: flow }), "wider"],
    ["each flow that callers came by", login({ implicit: flow, password: flow }), login({ implicit: flow }), "narrower"],
    ["not an extension of its flows", login({ implicit: flow }), login({ implicit: flow, "x-a": {} }), "rewritten"],
    ...["authorizationUrl", "tokenUrl", "refreshUrl"].map((field): [string, object, object, string] => [
      `not the ${field} of its flow`, login({ implicit: flow }), login({ implicit: { ...flow, [field]: "https://b.example" } }), "rewritten",
    ]),
    ["not the scopes that its flow describes", login({ implicit: { ...flow, scopes: { a: "1" } } }), login({ implicit: { ...flow, scopes: { b: "2" } } }), "rewritten"],
    ["not its texts", basic, { ...basic, description: "a", bearerFormat: "b" }, "rewritten"],
  ])("%s", (_, base, head, change) => {
    const [old, now] = [base, head].map((scheme) => secured([{ it: [] }], { it: scheme }));
    expect(listFacts(old ?? {}, now ?? {}).map((line) => line.split(" | ")[0])).toEqual([`request security ${change}`]);
  }); // prettier-ignore
});

describe("credentials that were enough are shown where they stand", () => {
  test.each<[name: string, scheme: object, request: object]>([
    ["a key in a header", { type: "apiKey", in: "header", name: "X-Key" }, { headers: { "X-Key": "…" } }],
    ["a key in a query", { type: "apiKey", in: "query", name: "key" }, { query: { key: "…" } }],
    ["a key in a cookie", { type: "apiKey", in: "cookie", name: "sid" }, { headers: { Cookie: "sid=…" } }],
    ["a name and a password", { type: "http", scheme: "basic" }, { headers: { Authorization: "Basic …" } }],
    ["a token", { type: "http", scheme: "BEARER" }, { headers: { Authorization: "Bearer …" } }],
    ["a token of a login", login({ implicit: {} }), { headers: { Authorization: "Bearer …" } }],
    ["a certificate, which is no part of the request", { type: "mutualTLS" }, {}],
  ])("%s", (_, scheme, request) => {
    const never = { type: "apiKey", in: "header", name: "X-Never" };
    const [line] = listFacts(secured([{ it: [] }], { it: scheme, never }), secured([{ never: [] }], { it: scheme, never }));
    expect(line?.split(" | ").at(-1)).toBe(notEnough("`it` is", request));
  }); // prettier-ignore

  test("of a requirement of several schemes, all of them", () => {
    const both = { one: { type: "apiKey", in: "cookie", name: "a" }, two: { type: "apiKey", in: "cookie", name: "b" } };
    const [line] = listFacts(secured([{ one: [], two: [] }], both), secured([{ key: [] }], both));
    expect(line?.split(" | ").at(-1)).toBe(notEnough("`one` and `two` are", { headers: { Cookie: "a=…; b=…" } }));
  }); // prettier-ignore
});

describe("where a difference in one of several schemes stands", () => {
  const changed = { basic: { type: "http", scheme: "bearer" } };
  test.each<[claim: string, requirements: Requirements]>([
    ["the second of one requirement", [{ key: [], basic: [] }]],
    ["the second of two requirements", [{ key: [] }, { basic: [] }]],
  ])("%s", (_, requirements) => {
    const [line] = listFacts(secured(requirements), secured(requirements, changed));
    expect(line?.split(" | ")[2]).toBe("/components/securitySchemes/basic/scheme → /components/securitySchemes/basic/scheme");
  }); // prettier-ignore

  test("a scheme that is described no more stands where it did", () => {
    const [line] = listFacts(secured([{ key: [] }]), secured([{ key: [] }], { key: undefined }));
    expect(line?.split(" | ")[2]).toBe("/components/securitySchemes/key/type → nowhere");
  });
});
