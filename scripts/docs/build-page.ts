// The reference page: Redocly makes it of the bundled document, and isolate-page.ts keeps it from asking any host.

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";

/** Redocly could not make the page; the message is what it said. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

/** What another program is started with: a Node, and the environment. */
type Host = { readonly node: string; readonly env: Readonly<Record<string, string | undefined>> };

/**
 * The reference page of a bundled document, as Redocly makes it.
 * @throws BuildError
 */
export async function buildPage(bundledText: string, host: Host): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "reference-"));
  try {
    const [document, page] = [join(folder, "openapi.json"), join(folder, "index.html")];
    await writeFile(document, bundledText);
    await runRedocly(host, [
      "build-docs",
      document,
      "--inlineBundle",
      "--config",
      configFile,
      "--output",
      page,
    ]);
    return await readFile(page, "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}

const configFile = fileURLToPath(new URL("redocly.yaml", import.meta.url));

/** The command looks for a newer version of itself, and reports its use, unless told not to. */
const SILENCE = { REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };

async function runRedocly({ node, env }: Host, args: readonly string[]): Promise<void> {
  const command = findRedocly();
  const child = spawn(node, [command, ...args], {
    env: { ...env, ...SILENCE },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const [said, code] = await Promise.all([text(child.stderr), ended]);
  if (code !== 0) throw new BuildError(said.trim());
}

/** It is large, and needed for the page alone: who installs the tool has it where they ask for it. */
function findRedocly(): string {
  try {
    return createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  } catch (error) {
    const words =
      "The page is made by @redocly/cli, which is not installed: npm install --save-dev @redocly/cli";
    throw new BuildError(words, { cause: error });
  }
}
