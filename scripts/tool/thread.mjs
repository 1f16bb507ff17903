// What the thread of `npx openapi-proof` runs.
import { workerData } from "node:worker_threads";
import { optimizeLate } from "../start/optimize-late.mjs";
import { createTerminal, endCommand } from "../start/thread-terminal.mjs";
import { run } from "./main.js";

optimizeLate();
endCommand(await run(workerData.argv, createTerminal()));
