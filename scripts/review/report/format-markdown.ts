import { toBlock, toCode, toHtml, toInline } from "./markdown-text.js";
import { placeOf, proofOf, summaryOf, type PrintableReview } from "./printable.js";
import type { Change } from "./changes.js";

/** GitHub refuses a comment of more than 65,536 characters; in bytes the text stays below 60 kB. */
const MAX_BYTES = 58_000;
/** No single row, remark or payload may take the room of the others. */
const MAX_LENGTHS = { name: 300, row: 1000, remark: 300, title: 500, payload: 2000 } as const;
const MAX_REMARKS = 10;

const MARKS = { major: "🔴", minor: "🟡", patch: "🟢", none: "⚪" } as const;

/** For a pull request: one line, a table, the payloads folded. What does not fit is counted. */
export function formatMarkdown(review: PrintableReview): string {
  const head = [
    `### ${MARKS[review.level]} ${toInline(summaryOf(review), MAX_LENGTHS.row)}`,
    "",
    `${toInline(review.base, MAX_LENGTHS.name)} → ${toInline(review.head, MAX_LENGTHS.name)}`,
  ];
  const shown = review.remarks.slice(0, MAX_REMARKS);
  const remarks = shown.flatMap((remark) => ["", `> ${toInline(remark, MAX_LENGTHS.remark)}`]);
  const room = MAX_BYTES - sizeOf([...head, ...remarks].join("\n"));
  const rows = fit(review.changes.map(formatRow), room / 2);
  const proofs = fit(review.changes.flatMap(formatEvidence), room / 2);
  const table =
    rows.kept.length > 0
      ? ["", "| level | place | change | verdict |", "|---|---|---|---|", ...rows.kept]
      : [];
  const payloads = proofs.kept.length > 0 ? ["", ...proofs.kept] : [];
  const hidden = [
    countHidden(review.remarks.length - shown.length, "remark"),
    countHidden(rows.left, "change"),
    countHidden(proofs.left, "folded detail"),
  ].flatMap((line) => (line === undefined ? [] : ["", line]));
  return `${[...head, ...remarks, ...table, ...payloads, ...hidden].join("\n")}\n`;
}

function countHidden(count: number, noun: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `1 more ${noun} is not shown.` : `${count} more ${noun}s are not shown.`;
}

function formatRow(change: Change): string {
  const { level, direction, verdict, reason, note, accepted, message } = change;
  const state = [
    reason === undefined ? verdict : `${verdict}: ${reason}`,
    ...(note === undefined ? [] : [note]),
    ...(accepted ? [`accepted until ${accepted.until}: ${accepted.reason}`] : []),
  ].join("; ");
  const place = toCode(placeOf(change), MAX_LENGTHS.name);
  const cells = [`${MARKS[level]} ${level}`, place, toInline(message, MAX_LENGTHS.row)];
  return `| ${cells.join(" | ")} | ${direction}, ${toInline(state, MAX_LENGTHS.row)} |`;
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
  const { compiler } = change;
  if (compiler === undefined) return [];
  return [fold(change, "What the TypeScript compiler says of code written for base", "text", compiler)];
}

function fold(change: Change, title: string, language: string, text: string): string {
  return [
    `<details><summary>${toHtml(title, MAX_LENGTHS.title)}</summary>`,
    "",
    `${toCode(placeOf(change), MAX_LENGTHS.name)}, id ${toCode(change.id, MAX_LENGTHS.title)}`,
    "",
    toBlock(language, text, MAX_LENGTHS.payload),
    "",
    "</details>",
  ].join("\n");
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}

/** Large blocks are left out and smaller ones after them kept; the order stays. */
function fit(
  blocks: readonly string[],
  room: number,
): { readonly kept: readonly string[]; readonly left: number } {
  const kept: string[] = [];
  let used = 0;
  for (const block of blocks) {
    const size = sizeOf(block) + 1;
    if (used + size > room) continue;
    used += size;
    kept.push(block);
  }
  return { kept, left: blocks.length - kept.length };
}
