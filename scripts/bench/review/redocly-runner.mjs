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
let done = 0;

// The command ends its process when nothing is left to do: here the next pair is.
process.exit = () => undefined;
process.on("beforeExit", () => {
  if (done < Number(count)) return next();
  const { user, system } = process.cpuUsage(start);
  writeFileSync(join(folder, "time.json"), String((user + system) / 1000));
});
next();

function next() {
  const file = (name) => join(folder, `${done}-${name}`);
  const sides = [file("base"), file("head")];
  const options = ["--config", join(folder, "redocly.yaml"), "--format", "json", "--output", file("report")];
  process.argv = [process.execPath, "redocly", "diff", ...sides, ...options];
  done += 1;
  // A module is run once for each address.
  void import(`${command}?${done}`);
}
