import { placeOf, proofOf, summaryOf, type PrintableReview } from "./printable.js";
import { splitMessage, type Change } from "./report.js";

/** GitHub refuses a comment of more than 65,536 characters; in bytes the text stays below 60 kB. */
const MOST_BYTES = 58_000;
/** No single row, remark or payload may take the room of the others. */
const LONGEST = 2000;

const MARKS = { major: "🔴", minor: "🟡", patch: "🟢", none: "⚪" } as const;

/** For a pull request: one line, a table, the payloads folded. What does not fit is counted. */
export function formatMarkdown(review: PrintableReview): string {
  const head = [
    `### ${MARKS[review.level]} ${cell(summaryOf(review))}`,
    "",
    `${cell(review.base)} → ${cell(review.head)}`,
  ];
  const remarks = review.remarks.slice(0, 10).flatMap((remark) => ["", `> ${cell(remark)}`]);
  const room = MOST_BYTES - sizeOf([...head, ...remarks].join("\n"));
  const rows = fit(review.changes.map(formatRow), room / 2);
  const proofs = fit(review.changes.flatMap(formatEvidence), room / 2);
  const table =
    rows.kept.length > 0
      ? ["", "| level | place | change | verdict |", "|---|---|---|---|", ...rows.kept]
      : [];
  const payloads = proofs.kept.length > 0 ? ["", ...proofs.kept] : [];
  const hidden = [
    ...(rows.left > 0 ? ["", `${rows.left} more changes are not shown.`] : []),
    ...(proofs.left > 0 ? ["", `${proofs.left} more payloads are not shown.`] : []),
  ];
  return `${[...head, ...remarks, ...table, ...payloads, ...hidden].join("\n")}\n`;
}

function formatRow(change: Change): string {
  const { level, direction, verdict, accepted } = change;
  const [text] = splitMessage(change);
  const state = accepted ? `${verdict}; accepted until ${accepted.until}: ${accepted.reason}` : verdict;
  return `| ${MARKS[level]} ${level} | \`${placeOf(change)}\` | ${cell(text)} | ${direction}, ${cell(state)} |`;
}

function formatEvidence(change: Change): string[] {
  return [...formatProof(change), ...formatCompiler(change)];
}

function formatProof(change: Change): string[] {
  const proof = proofOf(change);
  if (!proof) return [];
  return [fold(change, proof.words, "json", proof.payload)];
}

function formatCompiler(change: Change): string[] {
  const [, compiler] = splitMessage(change);
  if (compiler === undefined) return [];
  return [fold(change, "What the TypeScript compiler says of old code", "text", compiler)];
}

function fold(change: Change, title: string, language: string, text: string): string {
  return [
    `<details><summary>${cell(title)}</summary>`,
    "",
    `\`${placeOf(change)}\`, id \`${change.id.replaceAll(/[`\n\r]/g, "")}\``,
    "",
    `\`\`\`${language}`,
    cut(text).replaceAll("```", "\\u0060\\u0060\\u0060"),
    "```",
    "",
    "</details>",
  ].join("\n");
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}

function fit(
  blocks: readonly string[],
  room: number,
): { readonly kept: readonly string[]; readonly left: number } {
  let used = 0;
  const kept = blocks.filter((block) => (used += sizeOf(block) + 1) <= room);
  return { kept, left: blocks.length - kept.length };
}

/** Text of a document must stay text: no row, no tag, no line of its own. */
function cell(text: string): string {
  return cut(text)
    .replaceAll(/[\n\r]+/g, " ")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;");
}
