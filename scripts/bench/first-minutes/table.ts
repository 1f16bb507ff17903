import type { Figures } from "./measure.js";

type Row = readonly [words: string, say: (figures: Figures) => string];

const ROWS: readonly Row[] = [
  ["commands, the start of the program included", ({ commands }) => String(commands)],
  [
    "seconds: install, generate, call",
    ({ seconds: { install, generate, call } }) =>
      `${[install, generate, call].map((value) => value.toFixed(1)).join(" + ")} = ${(install + generate + call).toFixed(1)}`,
  ],
  ["packages, MB installed", ({ packages, megabytes }) => `${packages}, ${megabytes.toFixed(0)} MB`],
  ["lines by hand beside the call", ({ lines }) => String(lines)],
  ["a right call, rightly answered", ({ isRightTaken }) => (isRightTaken ? "taken" : "refused")],
  [
    "the document's own examples",
    ({ examples }) => `${examples.filter(Boolean).length} of ${examples.length} taken`,
  ],
  ["wrong requests that are not sent", (figures) => sayRefused(figures, "request")],
  ["wrong answers that are refused", (figures) => sayRefused(figures, "answer")],
  ["in a browser, min+gzip", ({ gzipBytes }) => `${(gzipBytes / 1000).toFixed(1)} kB`],
];

function sayRefused({ refused, isRightTaken }: Figures, side: "request" | "answer"): string {
  if (!isRightTaken) return "–";
  const tried = refused.filter(({ wrong }) => wrong === side);
  return `${tried.filter(({ isRefused }) => isRefused).length} of ${tried.length}`;
}

/** In Markdown, a column a candidate. */
export function renderTable(all: readonly Figures[]): string {
  const heads = all.map(({ name }) => name);
  const lines = ROWS.map(([words, say]) => [words, ...all.map(say)]);
  const rule = ["---", ...all.map(() => "---")];
  return [["", ...heads], rule, ...lines].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

/** What each lets through, by name. */
export function renderTaken(all: readonly Figures[]): string {
  return all.map((figures) => `- ${figures.name}: ${listTaken(figures)}\n`).join("");
}

function listTaken({ refused }: Figures): string {
  const sides = (["request", "answer"] as const).flatMap((side) => {
    const tried = refused.filter(({ wrong }) => wrong === side);
    const taken = tried.filter(({ isRefused }) => !isRefused);
    if (taken.length === 0) return [];
    const names = taken.length === tried.length ? "any" : taken.map(({ name }) => name).join("; ");
    return [`${side === "request" ? "requests" : "answers"}: ${names}`];
  });
  return sides.length === 0 ? "nothing" : sides.join(". ");
}
