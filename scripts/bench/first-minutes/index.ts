import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { installDocuments } from "../../../test/real-documents/packages.js";
import { installRuntimes } from "../../../test/runtimes/install.js";
import { packTool } from "../../../test/tool/project.js";
import { listCandidates } from "./candidates.js";
import { chooseRight, readExamples } from "./cases.js";
import { measureCandidate, type Figures } from "./measure.js";
import { startServer } from "./server.js";
import { renderTable, renderTaken } from "./table.js";

const README = "scripts/README.md";
const DOCUMENT = "node_modules/@readme/oas-examples/3.1/json/train-travel.json";

type Settings = { readonly quick: boolean; readonly print: (text: string) => void };

/**
 * The first minutes with each tool, from an empty folder and an empty cache of npm's to an answered call; the table is
 * written into the README between its marks, unless it is a quick look.
 */
export async function benchFirstMinutes({ quick, print }: Settings): Promise<void> {
  const document = readFileSync(join(installDocuments(), DOCUMENT), "utf8");
  const node = join(installRuntimes(), "node_modules/node22/bin/node");
  const tarball = packTool();
  const folder = mkdtempSync(join(tmpdir(), "first-minutes-"));
  const server = await startServer();
  try {
    const examples = readExamples(JSON.parse(document));
    const world = { folder, node, document, examples, right: chooseRight(examples), server };
    const all: Figures[] = [];
    for (const candidate of listCandidates({ origin: server.origin, tarball })) {
      const figures = await measureCandidate(candidate, world);
      print(renderTable([figures]));
      all.push(figures);
    }
    const text = await format(renderSection(all), { ...(await resolveConfig(README)), parser: "markdown" });
    print(`\n${text}`);
    if (!quick) writeFileSync(README, replaceSection(readFileSync(README, "utf8"), text));
  } finally {
    server.close();
    for (const each of [folder, dirname(tarball)]) rmSync(each, { recursive: true, force: true });
  }
}

function renderSection(all: readonly Figures[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "processor"}, ${process.platform}`;
  return `${renderTable(all)}
Measured on ${new Date().toISOString().slice(0, 10)} with Node 22 (${machine}). What each lets through:

${renderTaken(all)}`;
}

const MARKS = ["<!-- npm run bench -- first-minutes -->\n", "<!-- first-minutes ends -->\n"] as const;

/** @throws where the marks are not there. */
function replaceSection(readme: string, text: string): string {
  const [start, end] = MARKS.map((mark) => readme.indexOf(mark));
  if (start === undefined || end === undefined || start < 0 || end < start)
    throw new Error(`${README} has no marks for the table`);
  return `${readme.slice(0, start)}${MARKS[0]}\n${text}\n${readme.slice(end)}`;
}
