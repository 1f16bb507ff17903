import type { Terminal } from "../commands/terminal/terminal.js";
import { run } from "./index.js";

// The other commands are bundled first. Here the libraries of others are measured as they are installed.
const { stdout, stderr, env, execPath } = process;
const terminal: Terminal = {
  stdout,
  stderr,
  env,
  node: execPath,
  now: Date.now,
  readStdin: async () => new Uint8Array(),
  announceLater: () => () => undefined,
  setLastWords: () => undefined,
  withoutInterrupt: (work) => work(),
};
process.exitCode = await run(process.argv.slice(2), terminal);
