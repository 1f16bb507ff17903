import { describe, expect, it } from "vitest";
import { judgePatterns } from "../../scripts/pattern/judge.js";
import { compileSchema, readDocument } from "./document.js";

const {
  DomainName = {},
  IpRange = {},
  TransactionalKeySettingsUpdate,
} = (await readDocument()).components.schemas;

const label63 = "a".repeat(63);
/** 253 characters: three labels of 63, one of 61, and the dots. */
const longest = `${label63}.${label63}.${label63}.${"a".repeat(61)}`;

const domains: readonly (readonly [
  claim: string,
  verdict: "accepted" | "refused",
  texts: readonly string[],
])[] = [
  ["the examples of the page", "accepted", ["example.com", "mydomain.com"]],
  [
    "labels of letters, digits and inner hyphens",
    "accepted",
    ["a.co", "1.2.example", "a-b.c--d.Example.ORG"],
  ],
  ["labels of 63 characters", "accepted", [`${label63}.com`, `a.${label63}`]],
  ["253 characters", "accepted", [longest]],
  [
    "internationalised domains in ASCII form",
    "accepted",
    ["xn--bcher-kva.example", "xn--e1afmkfd.xn--p1ai", "a.XN--J6W193G"],
  ],
  ["a single label", "refused", ["localhost", "com", label63]],
  [
    "what the bare dot of the page let in",
    "refused",
    ["foo bar.com", "exampleXcom", "foo_bar.com", "a..com"],
  ],
  ["labels of 64 characters", "refused", [`${label63}a.com`, `a.${label63}a`]],
  ["254 characters", "refused", [`a${longest}`, `a.${longest}`]],
  ["hyphens at the edge of a label", "refused", ["-a.com", "a-.com", "a.-com", "a.com-", "a.xn--"]],
  ["dots at an edge", "refused", [".example.com", "example.com.", ".", ""]],
  ["a last label of one character or with a digit", "refused", ["a.b", "a.c0m", "192.168.1.1"]],
  [
    "text around the domain",
    "refused",
    [" example.com", "example.com\n", "https://example.com", "me@example.com"],
  ],
  ["letters beyond ASCII", "refused", ["bücher.example", "пример.рф", "example.ｃｏｍ"]],
];

const ranges: typeof domains = [
  ["the examples of the page", "accepted", ["192.168.1.1", "10.0.0.0/24"]],
  [
    "IPv4 at its edges",
    "accepted",
    ["0.0.0.0", "255.255.255.255", "0.0.0.0/0", "1.2.3.4/32", "249.199.99.9"],
  ],
  ["IPv6 without ::", "accepted", ["1:2:3:4:5:6:7:8", "2001:0DB8:0000:0000:0000:0000:abcd:ffff/128"]],
  [
    "IPv6 with :: in each place",
    "accepted",
    ["::", "::1", "1::", "1::8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::3:4:5:6:7:8"],
  ],
  ["IPv6 ranges", "accepted", ["2001:db8::/32", "::/0", "fe80::1/128"]],
  ["IPv4-mapped IPv6", "accepted", ["::ffff:1.2.3.4", "::FFFF:255.255.255.255/96", "0:0:0:0:0:ffff:1.2.3.4"]],
  ["other IPv6 that ends in IPv4", "accepted", ["::1.2.3.4", "64:ff9b::192.0.2.33", "1:2:3:4:5:6:1.2.3.4"]],
  [
    "what the page let in",
    "refused",
    ["10.0.0.1garbage", "garbage::", "1a2b3c4", "999.1.1.1", "10.0.0.0/33"],
  ],
  ["octets past 255", "refused", ["256.1.1.1", "1.1.1.300", "::ffff:1.2.3.256"]],
  [
    "leading zeros, which programs read in two ways",
    "refused",
    ["010.0.0.1", "1.2.3.04", "10.0.0.0/08", "::/01"],
  ],
  ["too few or too many octets", "refused", ["1.2.3", "1.2.3.4.5", "1", ""]],
  [
    "too few or too many groups",
    "refused",
    ["1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:1.2.3.4", "1::2:3:4:5:6:7:8:9"],
  ],
  ["two ::", "refused", ["1::2::3", ":::", "::1::"]],
  ["groups of five digits or not hexadecimal", "refused", ["12345::", "::g"]],
  [
    "prefixes past the length of the address",
    "refused",
    ["::/129", "1.2.3.4/64", "10.0.0.0/", "10.0.0.0/-1"],
  ],
  [
    "text around the address",
    "refused",
    [" 10.0.0.1", "10.0.0.1\n", "[::1]", "fe80::1%eth0", "10.0.0.1:80", "10.0.0.1/24/24"],
  ],
];

const names: typeof domains = [
  ["the example of the page", "accepted", ["Updated API Key"]],
  ["1 to 64 characters", "accepted", ["a", "a".repeat(64), "A-b_c 9\tz"]],
  ["no or 65 characters", "refused", ["", "a".repeat(65)]],
  ["other characters", "refused", ["key.one", "clé", "🔑", "a/b"]],
];

describe.each([
  ["a domain", DomainName, domains],
  ["an IP range", IpRange, ranges],
  ["a name", TransactionalKeySettingsUpdate?.["properties"].name, names],
] as const)("%s", (_, schema, rows) => {
  const isValid = compileSchema(schema);
  it.each(rows)("%s: %s", (_claim, verdict, texts) => {
    expect(texts.filter((text) => isValid(text) !== (verdict === "accepted"))).toEqual([]);
  });
});

describe("every pattern", () => {
  const patterns = [DomainName, IpRange].map((schema) => String(schema["pattern"]));

  it("is also valid under the v flag, and has neither lookaround nor references", () => {
    for (const pattern of patterns) {
      expect(() => new RegExp(pattern, "v")).not.toThrow();
      expect(pattern).not.toMatch(/\(\?[=!<]|\\[1-9k]/);
    }
  });

  it("takes linear time", async () => {
    const verdicts = await judgePatterns(patterns);
    expect([...verdicts.values()].map((verdict) => "attack" in verdict || verdict.kind)).toEqual([
      "table",
      "table",
    ]);
  });

  it.each([
    ["a domain of one endless label", "a".repeat(50_000)],
    ["a domain of endless labels", `${"a.".repeat(50_000)}!`],
    ["the string on which the page's pattern hangs", `00${"0A0A0".repeat(10_000)}\0`],
    ["endless groups", `${"1:".repeat(50_000)}!`],
    ["endless octets", `${"1.".repeat(50_000)}!`],
  ])("refuses %s, and comes to an end", (_, text) => {
    for (const pattern of patterns) expect(new RegExp(pattern, "u").test(text)).toBe(false);
  });
});
