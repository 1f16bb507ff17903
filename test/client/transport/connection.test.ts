import { expect, it } from "vitest";
import { MAY_PASS, NEVER_ARRIVED, readCode, UNREADABLE } from "../../../src/transport/connection.js";

const fail = (message: string, details: object = {}): Error => Object.assign(new Error(message), details);
const wrap = (cause: unknown): Error => new TypeError("fetch failed", { cause });

it.each<[claim: string, error: unknown, code: string]>([
  ["its own code", fail("x", { code: "EPIPE" }), "EPIPE"],
  ["its own code, before that of its cause", fail("x", { code: "EPIPE", cause: fail("y", { code: "ECONNRESET" }) }), "EPIPE"],
  ["the code of its cause", wrap(fail("x", { code: "ECONNRESET" })), "ECONNRESET"],
  ["the code of the innermost cause", wrap(wrap(fail("x", { code: "ECONNRESET" }))), "ECONNRESET"],
  ["a number, as text", fail("x", { code: 7 }), "7"],
  ["the words of its cause, where no code is known", wrap(fail("bad port")), "bad port"],
  ["the words of the innermost cause", wrap(wrap(fail("bad port"))), "bad port"],
  ["nothing, where there is no cause", fail("fetch failed"), ""],
  ["nothing of what is no error", "text", ""],
  ["nothing of nothing", undefined, ""],
  ["nothing of what throws when it is read", Object.defineProperty({}, "code", { get: () => { throw new Error("x"); } }), ""],
])("an error is known by %s", (_claim, error, code) => expect(readCode(error)).toBe(code)); // prettier-ignore

const NEITHER = "";

it.each([
  ["ECONNREFUSED", "nothing arrived, may pass"],
  ["ConnectionRefused", "nothing arrived, may pass"],
  ["EAI_AGAIN", "nothing arrived, may pass"],
  ["UND_ERR_CONNECT_TIMEOUT", "nothing arrived, may pass"],
  ["ETIMEDOUT", "may pass"],
  ["EHOSTUNREACH", "may pass"],
  ["ENETUNREACH", "may pass"],
  ["ECONNRESET", "may pass"],
  ["EPIPE", "may pass"],
  ["UND_ERR_SOCKET", "may pass"],
  ["ConnectionClosed", "may pass"],
  ["connection closed", "may pass"],
  ["", "may pass"],
  ["HPE_INVALID_CONSTANT", "cannot be read"],
  ["UND_ERR_HEADERS_OVERFLOW", "cannot be read"],
  ["Malformed_HTTP_Response", "cannot be read"],
  ["InvalidHTTPResponse", "cannot be read"],
  ["X_HPE_", NEITHER],
  ["ENOTFOUND", NEITHER],
  ["bad port", NEITHER],
])("%j: %s", (code, meaning) => {
  const meanings = { "nothing arrived": NEVER_ARRIVED, "may pass": MAY_PASS, "cannot be read": UNREADABLE };
  const found = Object.entries(meanings).filter(([, pattern]) => pattern.test(code));
  expect(found.map(([words]) => words).join(", ")).toBe(meaning);
});
