import { describe, expect, it } from "vitest";
import { JETEMAIL } from "../../../src/jetemail.js";
import { indexSecrets } from "../../../src/secrets/index-secrets.js";
import { redact } from "../../../src/secrets/redact.js";
import { fold } from "../../../src/secrets/spellings.js";

const hide = (text: string, ...secrets: readonly string[]): string =>
  redact(text, indexSecrets(secrets, JETEMAIL.keyPrefixes));

const SECRET = 'aB3+/é"<&\\ x-_~%Z9';
const RANDOM = "Gk7wQ2xLr9Zt";

const bytes = new TextEncoder().encode(SECRET);
const hex = Buffer.from(bytes).toString("hex");
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const html = SECRET.replace(/[&"<]/g, (sign) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;" })[sign] ?? sign);
const percent = encodeURIComponent(SECRET);
const json = JSON.stringify(SECRET).slice(1, -1);
const ascii = json.replace(/[^ -~]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
const form = String(new URLSearchParams({ a: SECRET })).slice(2);
const everyByte = [...bytes].map((byte) => `%${byte.toString(16)}`).join("");

/** Each after a sign that does not belong to it, and before another. */
const spellings: readonly (readonly [name: string, text: string])[] = [
  ["as it is", SECRET],
  ["in upper case", SECRET.toUpperCase()],
  ["in lower case", SECRET.toLowerCase()],
  ["percent-encoded", percent],
  ["percent-encoded in lower case", percent.toLowerCase()],
  ["percent-encoded twice", encodeURIComponent(percent)],
  ["percent-encoded, every byte", everyByte],
  ["percent-encoded, every byte in upper case", everyByte.toUpperCase()],
  ["form-encoded", form],
  ["form-encoded in lower case", form.toLowerCase()],
  ["as JSON", json],
  ["as JSON twice", JSON.stringify(json).slice(1, -1)],
  ["as JSON of ASCII", ascii],
  ["as JSON of ASCII, in upper case", ascii.replace("e9", "E9")],
  ["as JSON with a slash escaped", json.replaceAll("/", "\\/")],
  ["as HTML", html],
  ["as HTML twice", html.replaceAll("&", "&amp;")],
  [
    "as HTML by numbers",
    html.replace("&quot;", "&#34;").replace("&lt;", "&#x3C;").replace("&amp;", "&#038;"),
  ],
  ["as HTML in JSON in a URL", encodeURIComponent(JSON.stringify(html).slice(1, -1))],
  ["composed", SECRET.normalize("NFC")],
  ["decomposed", SECRET.normalize("NFD")],
  ["decomposed and percent-encoded", encodeURIComponent(SECRET.normalize("NFD"))],
  ["in hex", hex],
  ["in hex, upper case", hex.toUpperCase()],
  ["in base64", base64(SECRET)],
  ["in base64url", Buffer.from(SECRET).toString("base64url")],
  ["in base64, percent-encoded", encodeURIComponent(base64(SECRET))],
  ["in base64 behind one byte", base64(`u${SECRET}`)],
  ["in base64 behind two bytes", base64(`u:${SECRET}`)],
  ["in base64 behind three bytes", base64(`id:${SECRET}`)],
  ["in base64 in the middle of JSON", base64(JSON.stringify({ a: RANDOM, b: 1 }))],
];

describe("a secret is hidden", () => {
  it.each(spellings)("%s", (_, text) => {
    const shown = hide(`(is "${text}", no.)`, SECRET, RANDOM);
    expect(shown).toMatch(/^\(is ".{0,2}\[redacted\](?:.{0,2}|\}?=*|(?:%3D)*)", no\.\)$/);
    const pieces = Array.from(text, (_letter, at) => text.slice(at, at + 5)).filter((piece) =>
      /\w{4}/.test(piece),
    );
    expect(pieces.filter((piece) => piece.length === 5 && shown.includes(piece))).toEqual([]);
  });

  it("in every stretch of eight of its characters, cut off at either end", () => {
    for (let size = 8; size < RANDOM.length; size++) {
      expect(hide(`(${RANDOM.slice(0, size)}…)`, RANDOM)).toBe("([redacted]…)");
      expect(hide(`(…${RANDOM.slice(-size)})`, RANDOM)).toBe("(…[redacted])");
    }
  });

  it("with the letters that touch it, and the prefix that the provider publishes", () => {
    expect(hide(`keys/transactional_${RANDOM}xyz/rotate`, `transactional_${RANDOM}`)).toBe(
      "keys/[redacted]/rotate",
    );
  });

  it("to the last sign of a text, behind what was escaped", () => {
    expect(hide("&lt;&lt;?!?!?!?!?!", "?!?!?!?!?!")).toBe("&lt;&lt;[redacted]");
  });

  it.each([
    [1, true],
    [3, true],
    [4, false],
  ])("in what was escaped %i times: %s", (times, isHidden) => {
    const secret = "?/?&?=?#?+";
    const escaped = Array.from({ length: times }).reduce<string>((text) => encodeURIComponent(text), secret);
    expect(hide(`is ${escaped}`, secret)).toBe(isHidden ? "is [redacted]" : `is ${escaped}`);
  });

  it("from the first sign of a text on, however short both are", () => {
    expect(hide("?!?!*!?! x", "?!?!*!?!")).toBe("[redacted] x");
    expect(hide("?!?!*!?!", "?!?!*!?!")).toBe("[redacted]");
  });

  it("that is so long that it is known by samples, from end to end and cut off anywhere", () => {
    const signs = Array.from({ length: 13_000 }, (_, at) => "!#$*:?"[(at * at + (at >> 3)) % 6]).join("");
    for (const [from, to] of [
      [0, signs.length],
      [1, 6000],
      [2, 6001],
      [3, 6002],
      [4, 6003],
    ] as const)
      // prettier-ignore
      expect(hide(`a    ${signs.slice(from, to)}    b`, signs)).toMatch(/^a {1,4}\[redacted\] {1,4}b$/);
  });

  it("once, when two of its spellings meet", () => {
    expect(hide(`${RANDOM}${RANDOM.toLowerCase()}`, RANDOM)).toBe("[redacted]");
  });

  it("in a text with letters whose lower case is longer, at their places", () => {
    expect(hide(`İİİ ${RANDOM} İ`, RANDOM)).toBe("İİİ [redacted] İ");
  });

  it("that has such letters itself, or half a character", () => {
    expect(hide("(İstanbul-İİ)", "İstanbul-İİ")).toBe("([redacted])");
    expect(hide("(ΑΣΑΣ ΑΣΑΣ)", "ασας ασας")).toBe("([redacted])");
    expect(hide("(s3cret%EF%BF%BDw0rd)", "s3cret\uD800w0rd")).toBe("([redacted])");
  });
});

describe("what is no secret stays", () => {
  it.each([
    ["seven of its characters", RANDOM.slice(0, 7)],
    ["words that its published prefix has", "Transactional key not found: TRANSACTIONAL_ api_"],
    ["the path and the operation", "updateTransactionalKey: PATCH /outbound/transactional-keys?api_token=x"],
    ["escapes that stand for nothing", "100%, %zz, %ff%fe, \\u12, &nbsp;, &#xffffffffff;, \\"],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(hide(text, `transactional_${RANDOM}`)).toBe(text);
  });

  it("beside it", () => {
    expect(
      hide(
        `updateTransactionalKey: Transactional key not found: transactional_${RANDOM} at /outbound/transactional-keys`,
        `transactional_${RANDOM}`,
      ),
    ).toBe("updateTransactionalKey: Transactional key not found: [redacted] at /outbound/transactional-keys");
  });

  it("a short secret in the middle of a word", () => {
    expect(hide("no connection to example.com", "tion", "a", "api_con")).toBe("no connection to example.com");
  });
});

describe("keys of the provider, of whatever call", () => {
  it.each([
    ["api_0ther-one and transactional_n1ne", "[redacted] and [redacted]"],
    ["api_token, an api_ key, transactional_", "api_token, an api_ key, transactional_"],
  ])("%s", (text, expected) => {
    expect(hide(text)).toBe(expected);
  });
});

it("the case that is compared keeps the length of every character", () => {
  const letters = Array.from({ length: 2 ** 16 }, (_, code) => String.fromCharCode(code));
  expect(letters.filter((letter) => fold(letter).length !== 1)).toEqual([]);
});
