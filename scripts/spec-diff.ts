import { specDiff } from "./commands/spec-diff.js";

// The reader of a pipe may leave early, as head(1) does.
process.stdout.on("error", () => undefined);
process.exitCode = await specDiff(process.argv.slice(2), process);
