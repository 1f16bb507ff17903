import type { Candidate } from "./candidates.js";

/** One line of the table: figures of each candidate, one for each schema, and what ours should be. */
export type Row = {
  readonly title: string;
  readonly subjects: readonly string[];
  /** Infinity where no answer came. */
  readonly figures: Partial<Readonly<Record<Candidate, readonly number[]>>>;
  readonly goals: readonly number[];
  /** Ratios should be high, sizes low. */
  readonly better: "higher" | "lower";
  readonly digits: number;
};

/** Ours stands first, beside its goal. */
export function renderTable(rows: readonly Row[]): string {
  const head = ["", "ours", "goal", "met", ...PEERS.map(([, name]) => name)];
  const body = rows.map((row) => [
    `${row.title} (${row.subjects.join(" / ")})`,
    format(row.figures.ours, row),
    row.goals.length > 0 ? `${row.better === "higher" ? "≥" : "≤"} ${format(row.goals, row)}` : "–",
    row.goals.map((_, i) => (isMet(row, i) ? "yes" : "NO")).join(" / "),
    ...PEERS.map(([peer]) => format(row.figures[peer], row)),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...body].map((line) => line[i]?.length ?? 0)));
  const write = (line: readonly string[]): string =>
    `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [
    write(head),
    `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`,
    ...body.map(write),
    "",
  ].join("\n");
}

const PEERS: readonly (readonly [candidate: Candidate, name: string])[] = [
  ["hand", "hand-written"],
  ["typebox", "typebox"],
  ["valibot", "valibot"],
  ["zod", "zod"],
  ["typia", "typia"],
  ["ajv", "ajv standalone"],
  ["inProcess", "ajv in process"],
  ["control", "control"],
];

/** What is aimed at and not reached, one line each. */
export function listMissed(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) =>
    row.goals.flatMap((goal, i) => {
      if (isMet(row, i)) return [];
      const ours = formatOne(row.figures.ours?.[i] ?? NaN, row);
      return [
        `missed: ${row.title}, ${row.subjects[i]}: ${ours}, the goal is ${Number(formatOne(goal, row))}`,
      ];
    }),
  );
}

/** `place`: the row and the schema, as above; `ratios`: what was measured of the control, time after time. */
export function describeRefusal(place: string, ratios: readonly number[]): string {
  return `refused: ${place}: the control drifted: ${ratios.map((ratio) => ratio.toFixed(2)).join(", ")}`;
}

function isMet({ figures, goals, better }: Row, i: number): boolean {
  const [ours, goal] = [figures.ours?.[i] ?? NaN, goals[i] ?? NaN];
  return better === "higher" ? ours >= goal : ours <= goal;
}

function format(figures: readonly number[] | undefined, row: Row): string {
  return figures ? figures.map((figure) => formatOne(figure, row)).join(" / ") : "–";
}

function formatOne(figure: number, { digits }: Row): string {
  return figure === Infinity ? "hangs" : figure.toFixed(digits);
}
