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

/** A problem holds the text of the whole document: what a failing test prints is the finding alone. */
function renderFinding({ ruleId, message, location: [place] }: NormalizedProblem): string {
  if (place === undefined) return `${ruleId}: ${message}`;
  const { start, source } = getLineColLocation(place);
  return `${source.absoluteRef}:${start.line}:${start.col} ${ruleId}: ${message}`;
}

/** As `npx redocly lint` runs the rule: nothing of the pipeline is there. */
async function lintPatterns(source: string): Promise<NormalizedProblem[]> {
  const problems = await lintFromString({ source, config });
  return problems.filter(({ ruleId }) => ruleId === "openapi-proof/linear-pattern");
}

describe("redocly.yaml", () => {
  it("finds no fault with the document", async () => {
    const problems = await lint({ ref: "openapi/openapi.yaml", config });
    expect(problems.map(renderFinding)).toEqual([]);
  });

  it("turns every built-in rule for OpenAPI 3.1 into an error, but for the one that it argues about", async () => {
    const all = await createConfig({ extends: ["all"] });
    const softened = Object.keys(all.rules.oas3_1).filter((name) => severityOf(name) !== "error");
    expect(softened).toEqual(["operation-4xx-problem-details-rfc7807"]);
  });
});

describe("openapi-proof/linear-pattern", () => {
  it.each([
    ["a word", "^[a-z]+$"],
    ["a repeat around what cannot meet itself", "^(?:[a-z]+,)*$"],
    // A search for an attack under a clock, which bounded repeats were once left to, finds one now and then.
    ["bounded repeats within bounded repeats", "^(?:[a-z]{1,20}[.]){0,20}[a-z]{1,20}$"],
    ["bounded repeats", "^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]{2,}$"],
    ["what is valid without the u flag alone", String.raw`^\_$`],
  ])("accepts %s", async (_, pattern) => {
    expect(await lintPatterns(documentWith(JSON.stringify({ pattern })))).toEqual([]);
  });

  it.each([
    [
      "nested repeats",
      { pattern: "^(a+)+$" },
      /exponential time. It hangs on "a" \+ "a"\.repeat\(\d+\) \+ ".+"$/,
    ],
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
    expect(problems.map(({ severity }) => severity)).toEqual(["error"]);
    const [finding = ""] = problems.map(renderFinding);
    expect(finding).toMatch(/:7:\d+ openapi-proof\/linear-pattern: /);
    expect(finding).toMatch(message);
  });

  it("asks the judge that it is handed", async () => {
    const own = await loadConfig({ configPath: "redocly.yaml" });
    const setting = { severity: "warn", judge: () => ({ kind: "unsafe", reason: "its judge says so" }) };
    Object.assign(own.rules.oas3_1, { "openapi-proof/linear-pattern": setting });
    const source = documentWith(JSON.stringify({ pattern: "^a$" }));
    const problems = await lintFromString({ source, config: own });
    expect(problems.map(renderFinding)).toContain(
      "/:7:18 openapi-proof/linear-pattern: This pattern could not be shown to take linear time: its judge says so",
    );
  });
});
