// Node, Bun and Deno: the world comes as the last argument, the results go to standard output.
import * as library from "../../src/index.js";
import { runAll } from "./harness.js";

const results = await runAll({ library, ...JSON.parse(process.argv.at(-1) ?? "{}") });
console.log(`RESULTS ${JSON.stringify(results)}`);
// A runtime that is kept alive by a socket that a behaviour left open has shown what it had to.
process.exit(0);
