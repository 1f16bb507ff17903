import { placeOf, proofOf, summaryOf, type PrintableReview } from "./printable.js";
import type { Change } from "./report.js";

/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_CHARACTERS = 58_000;

const MARKS = { major: "🔴", minor: "🟡", patch: "🟢", none: "⚪" } as const;

/** For a pull request: one line, a table, the payloads folded. What does not fit is counted. */
export function formatMarkdown(review: PrintableReview): string {
  const head = [
    `### ${MARKS[review.level]} ${cell(summaryOf(review))}`,
    "",
    `${cell(review.base)} → ${cell(review.head)}`,
  ];
  const remarks = review.remarks.flatMap((remark) => ["", `> ${cell(remark)}`]);
  const room = MOST_CHARACTERS - [...head, ...remarks].join("\n").length;
  const rows = fit(review.changes.map(formatRow), room / 2);
  const proofs = fit(review.changes.flatMap(formatProof), room / 2);
  const table =
    rows.kept.length > 0
      ? ["", "| level | place | change | verdict |", "|---|---|---|---|", ...rows.kept]
      : [];
  const payloads = proofs.kept.length > 0 ? ["", ...proofs.kept] : [];
  const cut = [
    ...(rows.left > 0 ? ["", `${rows.left} more changes are not shown.`] : []),
    ...(proofs.left > 0 ? ["", `${proofs.left} more payloads are not shown.`] : []),
  ];
  return `${[...head, ...remarks, ...table, ...payloads, ...cut].join("\n")}\n`;
}

function formatRow(change: Change): string {
  const { level, direction, verdict, message, accepted } = change;
  const state = accepted ? `${verdict}; accepted until ${accepted.until}: ${accepted.reason}` : verdict;
  return `| ${MARKS[level]} ${level} | \`${placeOf(change)}\` | ${cell(message)} | ${direction}, ${cell(state)} |`;
}

function formatProof(change: Change): string[] {
  const proof = proofOf(change);
  if (!proof) return [];
  const payload = proof.payload.length > 2000 ? `${proof.payload.slice(0, 2000)}…` : proof.payload;
  return [
    [
      `<details><summary>${cell(proof.words)}</summary>`,
      "",
      `\`${placeOf(change)}\`, id \`${change.id}\``,
      "",
      "```json",
      payload.replaceAll("```", "\\u0060\\u0060\\u0060"),
      "```",
      "",
      "</details>",
    ].join("\n"),
  ];
}

function fit(
  blocks: readonly string[],
  room: number,
): { readonly kept: readonly string[]; readonly left: number } {
  let used = 0;
  const kept = blocks.filter((block) => (used += block.length + 1) <= room);
  return { kept, left: blocks.length - kept.length };
}

/** Text of a document must stay text: no row, no tag, no line of its own. */
function cell(text: string): string {
  return text
    .replaceAll(/[\n\r]+/g, " ")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;");
}
