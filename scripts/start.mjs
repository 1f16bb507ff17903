// Starts a command: `node scripts/start.mjs generate --check` runs commands/generate.ts, whose `run` gives the exit code.
// No other file touches the process.
import { runInThread } from "./start/main-thread.mjs";

const [, , command = "", ...argv] = process.argv;
process.exitCode = await runInThread(new URL("start/thread.mjs", import.meta.url), { command, argv });
