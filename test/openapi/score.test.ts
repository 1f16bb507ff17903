import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { expect, it } from "vitest";

/** What a subscore below 1 is lost to; the score counts for less than the safety of the body's type. */
const LOSSES = {
  schemaSimplicity: "a body of two alternatives, of two levels",
  documentationQuality: "a schema that is `false` has no place for a description",
  polymorphismClarity: "a body of two alternatives",
};

it("the document scores 90 with redocly, and loses points to the safe shape of the body alone", () => {
  const command = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const args = [command, "score", "openapi/openapi.yaml", "--format", "json"];
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };
  const said = execFileSync(process.execPath, args, {
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });

  const { agentReadiness, subscores }: { agentReadiness: number; subscores: Record<string, number> } =
    JSON.parse(said);
  expect(agentReadiness).toBeGreaterThanOrEqual(90);
  const lost = Object.keys(subscores).filter((name) => subscores[name] !== 1);
  expect(lost.toSorted()).toEqual(Object.keys(LOSSES).toSorted());
});
