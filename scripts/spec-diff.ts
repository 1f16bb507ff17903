import { specDiff } from "./commands/spec-diff.js";

process.exitCode = await specDiff(process.argv.slice(2), process);
