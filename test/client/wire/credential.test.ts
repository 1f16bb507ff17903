import { describe, expect, it } from "vitest";
import { explainText, explainToken } from "../../../src/wire/credential/token.js";
import { writeBasic } from "../../../src/wire/credential/write-basic.js";
import { writeBearer } from "../../../src/wire/credential/write-bearer.js";
import { writeCookieKey } from "../../../src/wire/credential/write-cookie-key.js";
import { writeHeaderKey } from "../../../src/wire/credential/write-header-key.js";
import { writeQueryKey } from "../../../src/wire/credential/write-query-key.js";

const URL = "https://api.example.com/a";
const request = { url: URL, headers: { "x-a": "1" } };
const withHeader = (name: string, value: string) => ({ url: URL, headers: { "x-a": "1", [name]: value } });
const base64 = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

describe("a text is refused that", () => {
  it.each<[credential: unknown, text: string | undefined, token: string | undefined]>([
    [undefined, "must be a string", "must be a string"],
    [5, "must be a string", "must be a string"],
    ["", "is empty", "is empty"],
    ["k3y\n", "ends with a line break", "ends with a line break"],
    ["k3y\r", "ends with a line break", "ends with a line break"],
    ["k3 y", undefined, "contains characters that are not allowed in a header"],
    ["k3\ny", undefined, "contains characters that are not allowed in a header"],
    ["ü", undefined, "contains characters that are not allowed in a header"],
    ["k3y\u007f", undefined, "contains characters that are not allowed in a header"],
    ["!~k3y", undefined, undefined],
  ])("is %j: as a text %s, as a token %s", (credential, text, token) => {
    expect([explainText(credential), explainToken(credential)]).toEqual([text, token]);
  });
});

describe("a credential is written", () => {
  it.each<[claim: string, written: unknown, expected: unknown]>([
    ["as a bearer token", writeBearer(request, "k3y"), withHeader("authorization", "Bearer k3y")],
    ["as a header, in lower case", writeHeaderKey(request, "k3y", "X-Key"), withHeader("x-key", "k3y")],
    ["as a name and a password", writeBasic(request, { username: "n", password: "p:q" }), withHeader("authorization", base64("n:p:q"))],
    ["as both in one text", writeBasic(request, "n:p:q"), withHeader("authorization", base64("n:p:q"))],
    ["as a name without a password", writeBasic(request, "n"), withHeader("authorization", base64("n:"))],
    ["in UTF-8", writeBasic(request, { username: "ü", password: "€" }), withHeader("authorization", base64("ü:€"))],
    ["as a cookie", writeCookieKey(request, "k3y", "sid"), withHeader("cookie", "sid=k3y")],
    ["as a cookie behind others", writeCookieKey({ url: URL, headers: { cookie: "a=1" } }, "k3y", "sid"), { url: URL, headers: { cookie: "a=1; sid=k3y" } }],
    ["as a cookie, in which what it may not hold is escaped", writeCookieKey(request, 'a "b",c;d\\eü\uD83D!#+-:<[]~', "sid"), withHeader("cookie", "sid=a%20%22b%22%2Cc%3Bd%5Ce%C3%BC%EF%BF%BD!#+-:<[]~")],
    ["in a query", writeQueryKey(request, "a b&c", "k y"), { url: `${URL}?k%20y=a%20b%26c`, headers: request.headers }],
    ["in a query behind others", writeQueryKey({ ...request, url: `${URL}?q=1` }, "k3y", "key"), { url: `${URL}?q=1&key=k3y`, headers: request.headers }],
  ])("%s", (_claim, written, expected) => expect(written).toEqual(expected)); // prettier-ignore
});

describe("a credential is told to be wrong", () => {
  const notBoth = "must be a string, or an object with username and password";
  it.each<[claim: string, written: unknown, words: string]>([
    [
      "in a bearer token",
      writeBearer(request, "a b"),
      "contains characters that are not allowed in a header",
    ],
    [
      "in a header",
      writeHeaderKey(request, "a b", "x"),
      "contains characters that are not allowed in a header",
    ],
    ["in a cookie", writeCookieKey(request, "", "x"), "is empty"],
    ["in a query", writeQueryKey(request, 5, "x"), "must be a string"],
    ["in a text for both", writeBasic(request, ""), "is empty"],
    ["in what is neither", writeBasic(request, 5), notBoth],
    ["in a name alone", writeBasic(request, { username: "n" }), notBoth],
    ["in a password alone", writeBasic(request, { password: "p" }), notBoth],
    ["in nothing", writeBasic(request, null), notBoth],
    [
      "in a name with a colon",
      writeBasic(request, { username: "a:b", password: "p" }),
      "has a colon in its username",
    ],
    [
      "in what no password holds",
      writeBasic(request, { username: "a", password: "p\u0007" }),
      "contains control characters",
    ],
  ])("%s", (_claim, written, words) => expect(written).toBe(words));
});
