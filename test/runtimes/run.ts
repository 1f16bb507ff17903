import { readFileSync, rmSync } from "node:fs";
import { startHostileServer } from "../client/hostile-server.js";
import type { Results } from "./harness.js";
import { installRuntimes } from "./install.js";
import { bundleEntry, installPackage } from "./package.js";
import { runtimes, type Places, type Runtime, type Settings } from "./runtimes.js";

const USAGE = `npm run test:runtimes -- [RUNTIME …]
Installs the runtimes and runs every behaviour of the client in each: ${runtimes.map(({ name }) => name).join(", ")}.`;

const only = process.argv.slice(2);
if (only.includes("--help")) {
  console.log(USAGE);
  process.exit(0);
}
const unknown = only.filter((name) => !runtimes.some((runtime) => runtime.name === name));
if (unknown.length > 0) {
  console.error(`There is no runtime ${unknown.join(", ")}.\n${USAGE}`);
  process.exit(2);
}
const folder = installPackage();
const places: Places = { runtimes: installRuntimes(), folder };
const pages = {
  "/page":
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
  "/page.js": readFileSync(await bundleEntry(folder, "entry-page", true), "utf8"),
};
const server = await startHostileServer(pages);
try {
  const chosen = runtimes.filter(({ name }) => only.length === 0 || only.includes(name));
  const columns = await inTurn(chosen, async (runtime) => ({
    name: runtime.name,
    results: await attempt(runtime),
  }));
  const red = printTable(columns);
  process.exitCode = red > 0 ? 1 : 0;
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function attempt(runtime: Runtime): Promise<Results> {
  const startedAt = Date.now();
  const world: Settings = {
    origin: server.origin,
    refused: server.refused,
    elsewhere: server.elsewhere,
    isBrowser: false,
  };
  try {
    const results = await runtime.run(places, world);
    console.log(
      `${runtime.name}: ${Object.keys(results).length} behaviours in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`,
    );
    return results;
  } catch (error) {
    return { "the runtime starts": String(error) };
  }
}

type Column = { readonly name: string; readonly results: Results };

/** One row a behaviour, one column a runtime; then what went wrong. Returns how much did. */
function printTable(columns: readonly Column[]): number {
  const rows = [...new Set(columns.flatMap(({ results }) => Object.keys(results)))];
  console.log(`\n${columns.map(({ name }) => name).join(" | ")}`);
  for (const row of rows)
    console.log(
      `${columns.map(({ name, results }) => mark(results[row]).padEnd(name.length)).join("   ")}  ${row}`,
    );
  const failures = columns.flatMap(({ name, results }) =>
    Object.entries(results).flatMap(([row, problem]) =>
      problem === null ? [] : [`${name}: ${row}\n    ${problem}`],
    ),
  );
  for (const failure of failures) console.error(`\n${failure}`);
  console.log(`\n${rows.length} behaviours, ${columns.length} runtimes, ${failures.length} red`);
  return failures.length;
}

/** A row that belongs to one runtime alone leaves the others blank. */
function mark(problem: string | null | undefined): string {
  if (problem === undefined) return "-";
  return problem === null ? "✓" : "✗";
}

/** One after the other: they would take each other's time on a small machine. */
async function inTurn<From, To>(list: readonly From[], work: (item: From) => Promise<To>): Promise<To[]> {
  const [first, ...rest] = list;
  return first === undefined ? [] : [await work(first), ...(await inTurn(rest, work))];
}
