import { expect, test } from "vitest";
import { listCredentials } from "../../scripts/spec/credentials.js";
import { firstOperation } from "./first-operation.js";

const SCHEMES = {
  header: { type: "apiKey", in: "header", name: "X-Key" },
  query: { type: "apiKey", in: "query", name: "key" },
  cookie: { type: "apiKey", in: "cookie", name: "session" },
  bearer: { type: "http", scheme: "bearer" },
  basic: { type: "http", scheme: "Basic" },
  oauth: { type: "oauth2", flows: {} },
  openid: { type: "openIdConnect", openIdConnectUrl: "https://a.test" },
};

const list = (...security: readonly object[]) =>
  listCredentials(
    firstOperation({ paths: { "/a": { get: { security } } }, components: { securitySchemes: SCHEMES } }),
    "s3cret",
  );

const none = { headers: {}, query: {} };

test.each<[claim: string, security: readonly object[], credentials: object]>([
  ["nothing where nothing is asked for", [], none],
  ["nothing where anybody may call", [{}, { header: [] }], none],
  ["a key in a header", [{ header: [] }], { ...none, headers: { "X-Key": "s3cret" } }],
  ["a key in the query", [{ query: [] }], { ...none, query: { key: "s3cret" } }],
  ["a key in a cookie", [{ cookie: [] }], { ...none, headers: { Cookie: "session=s3cret" } }],
  ["a token", [{ bearer: [] }], { ...none, headers: { Authorization: "Bearer s3cret" } }],
  ["a password", [{ basic: [] }], { ...none, headers: { Authorization: "Basic s3cret" } }],
  ["a token of OAuth", [{ oauth: [] }], { ...none, headers: { Authorization: "Bearer s3cret" } }],
  ["a token of OpenID Connect", [{ openid: [] }], { ...none, headers: { Authorization: "Bearer s3cret" } }],
  ["all of the first requirement, and no other", [{ header: [], query: [] }, { bearer: [] }], { headers: { "X-Key": "s3cret" }, query: { key: "s3cret" } }],
])("an operation carries %s", (_, security, credentials) => {
  expect(list(...security)).toEqual(credentials);
}); // prettier-ignore
