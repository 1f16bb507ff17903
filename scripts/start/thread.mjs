// What the thread of a command runs.
import { workerData } from "node:worker_threads";
import { loadCommand } from "./load.mjs";
import { optimizeLate } from "./optimize-late.mjs";
import { createTerminal, endCommand } from "./thread-terminal.mjs";

optimizeLate();
const { command, argv } = workerData;
const { run, keep } = await loadCommand(command);
endCommand(await run(argv, createTerminal()));
// Nobody waits for it: everything has been said.
keep();
