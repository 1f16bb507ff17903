import { specUpstream } from "./commands/spec-upstream.js";

process.exitCode = await specUpstream(process.argv.slice(2), process);
