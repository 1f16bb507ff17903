import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Change } from "../../review/report/changes.js";
import { measureDiff } from "../command.js";
import { EDITS, writeEdited, type Edit } from "./edits.js";
import { writeLargeDocuments } from "./large-document.js";
import { installReleases, type ReleasePair } from "./releases.js";
import { askOurs, askPeer, kinds, type Answers, type Kind, type Verdict } from "./pairs.js";

const PROJECT = resolve(".");
const SPEC = resolve("openapi/openapi.yaml");
const OPERATIONS = 1000;

type Settings = { readonly quick: boolean; readonly print: (text: string) => void };

/** The review beside `redocly diff` on the pairs of the tests, on releases of published documents, and its time. */
export async function benchReview({ quick, print }: Settings): Promise<void> {
  print(`Review of a change: ${kinds.length} pairs\n`);
  print(renderAnswers(await askOurs(), askPeer()));
  if (quick) print("\nReleases of published documents: not measured with --quick\n");
  else benchReleases(print);
  print("\nnpm run spec:diff, wall time from the start of Node to its end\n");
  const folder = mkdtempSync(join(tmpdir(), "bench-review-"));
  try {
    for (const [title, edit] of EDITS) {
      print(`  one operation, ${title}: ${timeSmall(folder, edit, quick ? 3 : 7)}; aim: under 1.2 s\n`);
    }
    for (const changes of [20, OPERATIONS]) {
      const time = quick ? "not measured with --quick" : timeLarge(folder, changes);
      print(`  ${OPERATIONS} operations, ${changes} changed: ${time}; aim: under 20 s\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How much of what changed from one published version to another is proved, decided or left open. */
function benchReleases(print: Settings["print"]): void {
  print("\nReleases of published documents; aims: undecided under 1 % of the changes, a pair under 20 s\n\n");
  print(renderRelease(["", "changes", "proved", "decided", "undecided", "other", "time", "CPU", "memory"]));
  for (const pair of installReleases()) print(renderRelease(measureRelease(pair)));
}

function measureRelease({ name, base, head }: ReleasePair): readonly string[] {
  const { output, seconds, cpuSeconds, megabytes } = measureDiff(PROJECT, base, head, "--format", "json");
  // What the command has just written.
  const { changes } = JSON.parse(output) as { readonly changes: readonly Change[] };
  const count = (is: (change: Change) => boolean): string => {
    const found = changes.filter(is).length;
    return `${found} (${((100 * found) / Math.max(1, changes.length)).toFixed(1)} %)`;
  };
  return [
    name,
    String(changes.length),
    count(({ verdict }) => verdict === "proved"),
    // Every value that has to be taken is taken. What is decided by no schema, such as a text, is told without a reason.
    count(({ verdict, reason }) => verdict === "compatible" && reason !== undefined),
    count(({ verdict }) => verdict === "undecided"),
    count(({ verdict, reason }) => verdict === "compatible" && reason === undefined),
    `${seconds.toFixed(1)} s`,
    `${cpuSeconds.toFixed(1)} s`,
    `${Math.round(megabytes)} MB`,
  ];
}

const RELEASE_WIDTHS = [48, 9, 15, 15, 13, 15, 9, 9, 0];

function renderRelease(cells: readonly string[]): string {
  return `  ${cells.map((cell, index) => cell.padEnd(RELEASE_WIDTHS[index] ?? 0)).join("")}`.trimEnd() + "\n";
}

type Row = {
  readonly title: string;
  readonly kind: Kind;
  readonly counts: (verdict: Verdict) => boolean;
  readonly aim: "all" | "none";
};

const ROWS: readonly Row[] = [
  { title: "breaks on the wire, caught", kind: "wire", counts: ({ isBreak }) => isBreak, aim: "all" },
  { title: "  with a place in the file", kind: "wire", counts: ({ hasPlace }) => hasPlace, aim: "all" },
  { title: "  with a payload", kind: "wire", counts: ({ hasPayload }) => hasPayload, aim: "all" },
  { title: "breaks of TypeScript alone, caught", kind: "types", counts: ({ isBreak }) => isBreak, aim: "all" },
  { title: "harmless changes, false alarms", kind: "harmless", counts: ({ isBreak }) => isBreak, aim: "none" },
  { title: "rewrites of no meaning, false alarms", kind: "rewrite", counts: ({ isBreak }) => isBreak, aim: "none" },
]; // prettier-ignore

function renderAnswers(ours: Answers, peer: Answers): string {
  const rows = ROWS.map(({ title, kind, counts, aim }) => {
    const cells = [ours, peer].map(({ verdicts }) => {
      const own = verdicts.filter((_, index) => kinds[index] === kind);
      return `${own.filter(counts).length} of ${own.length}`;
    });
    return renderRow([title, ...cells, aim]);
  });
  const times = [ours, peer].map(({ milliseconds }) => `${(milliseconds / kinds.length).toFixed(1)} ms`);
  return [
    renderRow(["", "ours", "redocly diff", "aim"]),
    ...rows,
    renderRow(["CPU time a pair", ...times, ""]),
  ].join("");
}

const WIDTHS = [38, 14, 14, 0];

function renderRow(cells: readonly string[]): string {
  return `  ${cells.map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0)).join("")}`.trimEnd() + "\n";
}

function timeSmall(folder: string, edit: Edit, rounds: number): string {
  const head = writeEdited(SPEC, edit, folder);
  const times = Array.from({ length: rounds }, () => measureDiff(PROJECT, SPEC, head).seconds).toSorted(
    (a, b) => a - b,
  );
  const [median = NaN, worst = NaN] = [times[rounds >> 1], times.at(-1)];
  return `${median.toFixed(2)} s in the middle of ${rounds}, ${worst.toFixed(2)} s at worst`;
}

function timeLarge(folder: string, changes: number): string {
  const [base, head] = writeLargeDocuments(OPERATIONS, changes, folder);
  const { seconds, megabytes } = measureDiff(PROJECT, base, head);
  return `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`;
}
