// Runs `redocly diff` on many pairs in one process: to start it anew for each would measure the start alone.
// Arguments: a folder with numbered pairs and the configuration, and how many pairs there are.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , folder = "", count = "0"] = process.argv;
const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
const command = pathToFileURL(join(dirname(manifest), "lib/index.js")).href;
const start = process.cpuUsage();
const left = Array.from({ length: Number(count) }, (_, index) => index);

// The command ends its process when nothing is left to do: here the next pair is.
process.exit = () => undefined;
process.on("beforeExit", next);
next();

function next() {
  const index = left.shift();
  if (index === undefined) return writeTime();
  const file = (name) => join(folder, `${index}-${name}`);
  const sides = [file("base"), file("head")];
  const options = ["--config", join(folder, "redocly.yaml"), "--format", "json", "--output", file("report")];
  process.argv = [process.execPath, "redocly", "diff", ...sides, ...options];
  // A module is run once for each address.
  return void import(`${command}?${index}`);
}

function writeTime() {
  const { user, system } = process.cpuUsage(start);
  writeFileSync(join(folder, "time.json"), String((user + system) / 1000));
}
