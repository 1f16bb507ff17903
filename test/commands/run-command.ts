import type { Run } from "../../scripts/commands/terminal/args.js";
import type { Terminal } from "../../scripts/commands/terminal/terminal.js";

export type Ended = { readonly status: number; readonly stdout: string; readonly stderr: string };

/** Runs a command within this process: a bundle and a start less than `node scripts/start.mjs`. */
export async function runCommand(
  run: Run,
  argv: readonly string[],
  given: Partial<Terminal> = {},
): Promise<Ended> {
  const said = { stdout: "", stderr: "" };
  const status = await run(argv, {
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    env: {},
    readStdin: async () => new Uint8Array(),
    node: process.execPath,
    now: Date.now,
    announceLater: () => () => undefined,
    setLastWords: () => undefined,
    withoutInterrupt: (work) => work(),
    ...given,
  });
  return { status, ...said };
}
