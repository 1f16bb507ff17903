import { expect, it } from "vitest";
import { resolveServer } from "../../src/servers.js";

const A = "https://a.example/v1";

type Row = [
  claim: string,
  servers: readonly string[],
  baseUrl: string | undefined,
  document: string | undefined,
  address: string | undefined,
];

it.each<Row>([
  ["the first server", [A, "https://b.example"], undefined, undefined, A],
  ["the first that a client may call", ["ftp://a.example", "http://a.example", A], undefined, undefined, A],
  ["the first of all where none may be called", ["ftp://a.example", "http://a.example"], undefined, undefined, "ftp://a.example"],
  ["the user's base URL before all of them", [A], "https://mine.example", undefined, "https://mine.example"],
  ["the user's base URL where there is none", [], "https://mine.example", undefined, "https://mine.example"],
  ["nothing where nobody says one", [], undefined, undefined, undefined],
  ["a relative server at the document's", ["/v2"], undefined, A, "https://a.example/v2"],
  ["a relative server below the document's", ["v2"], undefined, "https://a.example/v1/", "https://a.example/v1/v2"],
  ["a relative server, which may be called, before an address that may not", ["http://a.example", "/v2"], undefined, A, "https://a.example/v2"],
  ["a relative server by itself where no document has one", ["/v2"], undefined, undefined, "/v2"],
  ["a relative server at the user's origin, not at the document's", ["/v2"], "https://mine.example", A, "https://mine.example/v2"],
  ["the user's base URL as it is where it has a path", ["/v2"], "https://mine.example/v3", A, "https://mine.example/v3"],
  ["the user's base URL as it is where it is none", ["/v2"], "nowhere", A, "nowhere"],
  ["an address without a scheme as it is", ["//b.example/v1"], undefined, A, "//b.example/v1"],
  ["a path that only holds a colon as relative", ["/a:b"], undefined, A, "https://a.example/a:b"],
])("the address is %s", (_claim, servers, baseUrl, document, address) => {
  expect(resolveServer(servers, baseUrl, document)).toBe(address);
}); // prettier-ignore
