// What the thread of `npx openapi-proof` runs.
import { workerData } from "node:worker_threads";
import { createTerminal, endCommand } from "../start/thread-terminal.mjs";
import { run } from "./main.js";

endCommand(await run(workerData.argv, createTerminal()));
