import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { expect, it } from "vitest";

/** The whole score alone: its parts are about more or fewer operations as much as about how good they are. */
it("the document scores at least 90 with redocly", () => {
  const command = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const args = [command, "score", "openapi/openapi.yaml", "--format", "json"];
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };
  const said = execFileSync(process.execPath, args, {
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });

  const { agentReadiness }: { agentReadiness: number } = JSON.parse(said);
  expect(agentReadiness).toBeGreaterThanOrEqual(90);
});
