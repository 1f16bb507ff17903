import {
  createConfig,
  getLineColLocation,
  lint,
  lintFromString,
  loadConfig,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";

const config = await loadConfig({ configPath: "redocly.yaml" });

const severityOf = (rule: string): string => config.getRuleSettings(rule, "oas3_1").severity;

/** A document whose component schema `X` is the given JSON, on its line 7. */
const documentWith = (schema: string) => `openapi: 3.1.1
info: { title: t, version: "1" }
paths: {}
components:
  schemas:
    X:
      ${schema}
`;

async function lintPatterns(
  source: string,
  verdicts?: ReadonlyMap<string, unknown>,
): Promise<NormalizedProblem[]> {
  const own = await loadConfig({ configPath: "redocly.yaml" });
  const rules = own.rules.oas3_1;
  if (verdicts !== undefined) {
    Object.assign(rules, { "jetemail/linear-pattern": { severity: "error", verdicts } });
  }
  const problems = await lintFromString({ source, config: own });
  return problems.filter(({ ruleId }) => ruleId === "jetemail/linear-pattern");
}

describe("redocly.yaml", () => {
  it("finds no fault with the document", async () => {
    expect(await lint({ ref: "openapi/openapi.yaml", config })).toEqual([]);
  });

  it("turns every built-in rule for OpenAPI 3.1 into an error, but for the one that it argues about", async () => {
    const all = await createConfig({ extends: ["all"] });
    const softened = Object.keys(all.rules.oas3_1).filter((name) => severityOf(name) !== "error");
    expect(softened).toEqual(["operation-4xx-problem-details-rfc7807"]);
  });
});

describe("jetemail/linear-pattern", () => {
  it.each([
    ["a word", "^[a-z]+$"],
    ["a repeat around what cannot meet itself", "^(?:[a-z]+,)*$"],
    ["bounded repeats", "^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]{2,}$"],
    ["what is valid without the u flag alone", String.raw`^\_$`],
  ])("accepts %s", async (_, pattern) => {
    expect(await lintPatterns(documentWith(JSON.stringify({ pattern })))).toEqual([]);
  });

  it.each([
    ["nested repeats", { pattern: "^(a+)+$" }, /exponential time. It hangs on 'a'/],
    [
      "the domain pattern of the page",
      { pattern: "^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?.)+[a-z]{2,}$" },
      /exponential time/,
    ],
    ["neighbours that can swap", { pattern: String.raw`^\s*\s*$` }, /polynomial time. It hangs on /],
    ["a name of patternProperties", { patternProperties: { "^(a|a)*$": true } }, /exponential time/],
    ["a pattern in an item", { items: { pattern: "^(a+)+$" } }, /exponential time/],
    ["what is no pattern", { pattern: "(" }, /not a regular expression/],
  ])("refuses %s, with an attack and at its line", async (_, schema, message) => {
    const problems = await lintPatterns(documentWith(JSON.stringify(schema)));
    expect(problems).toMatchObject([{ severity: "error", message: expect.stringMatching(message) }]);
    expect(problems[0]?.location.map((place) => getLineColLocation(place).start.line)).toEqual([7]);
  });

  it("takes the verdicts that were made before", async () => {
    const verdicts = new Map([
      ["^(a+)+$", { kind: "linear" }],
      ["^a$", { kind: "superlinear", complexity: "polynomial", attack: "'made before'" }],
    ]);
    const source = documentWith(
      JSON.stringify({ properties: { a: { pattern: "^(a+)+$" }, b: { pattern: "^a$" } } }),
    );
    const problems = await lintPatterns(source, verdicts);
    expect(problems.map(({ message }) => message)).toEqual([
      "This pattern takes polynomial time. It hangs on 'made before'",
    ]);
  });
});
