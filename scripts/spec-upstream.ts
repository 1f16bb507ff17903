import { specUpstream } from "./commands/spec-upstream.js";

// The reader of a pipe may leave early, as head(1) does.
process.stdout.on("error", () => undefined);
process.exitCode = await specUpstream(process.argv.slice(2), process);
