#!/usr/bin/env node
// `npx openapi-proof`: the commands, in a thread of their own as `start.mjs` runs them.
import { runInThread } from "../start/main-thread.mjs";

const thread = new URL("thread.mjs", import.meta.url);
process.exitCode = await runInThread(thread, { argv: process.argv.slice(2) });
