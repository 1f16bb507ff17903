import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";

const folder = mkdtempSync(join(tmpdir(), "score-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PATH = "/outbound/transactional-keys";

/** The first operation alone: how many others there are changes the score as much as how good they are. */
it("the first operation scores at least 90 with redocly", () => {
  const document = parse(readFileSync("openapi/openapi.yaml", "utf8"));
  const file = join(folder, "openapi.json");
  writeFileSync(
    file,
    JSON.stringify({ ...document, paths: { [PATH]: { patch: document.paths[PATH].patch } } }),
  );
  const command = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };
  const said = execFileSync(process.execPath, [command, "score", file, "--format", "json"], {
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });

  const { agentReadiness }: { agentReadiness: number } = JSON.parse(said);
  expect(agentReadiness).toBeGreaterThanOrEqual(90);
});
