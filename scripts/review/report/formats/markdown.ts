import { sayMessage } from "./evidence.js";
import { toBlock, toCode, toHtml, toInline } from "./markdown-text.js";
import type { Change } from "../changes.js";
import { effectOf, sayAccepted, sayChanges, sayConfigured, WORDS, type Effect } from "../phrases.js";
import {
  alarmOf,
  groupAlike,
  listOperations,
  placeOf,
  proofOf,
  sectionsOf,
  summaryOf,
  type Group,
  type PrintableReview,
} from "../printable.js";

/** GitHub refuses a comment of more than 65,536 characters; in bytes the text stays below 60 kB. */
const MAX_BYTES = 58_000;
/** No single row, remark or payload may take the room of the others. */
const MAX_LENGTHS = { name: 300, row: 1000, remark: 300, title: 500, payload: 2000 } as const;
const MAX_REMARKS = 10;

const MARKS = { break: "🔴", news: "🟡", quiet: "🟢" } as const;

const LABELS = {
  wire: "🔴 breaks callers",
  undecided: "🔴 not decided",
  types: "🔴 breaks types",
  configured: "🔴 counts as a break",
  accepted: "⚪ accepted break",
  lowered: "⚪ counts for less",
  minor: "🟡 news",
  patch: "🟢 alters nothing",
} as const satisfies Record<Effect, string>;

/** For a pull request: one line, a table, the payloads folded. What does not fit is counted. */
export function formatMarkdown(review: PrintableReview): string {
  const head = [
    `### ${MARKS[alarmOf(review)]} ${toInline(summaryOf(review), MAX_LENGTHS.row)}`,
    "",
    `base: ${toInline(review.base, MAX_LENGTHS.name)} (${WORDS.base}), head: ${toInline(review.head, MAX_LENGTHS.name)} (${WORDS.head})`,
  ];
  const shown = review.remarks.slice(0, MAX_REMARKS);
  const remarks = shown.flatMap((remark) => ["", `> ${toInline(remark, MAX_LENGTHS.remark)}`]);
  const notJudged = (review.notJudged ?? [])
    .slice(0, MAX_REMARKS)
    .flatMap((part) => [
      "",
      `> Not judged: ${toCode(placeOf(part), MAX_LENGTHS.name)} ${toInline(part.message, MAX_LENGTHS.remark)}`,
    ]);
  const room = MAX_BYTES - sizeOf([...head, ...remarks, ...notJudged].join("\n"));
  const told = sectionsOf(review).flatMap(({ effect, changes }) => (effect === "patch" ? [] : changes));
  const silent = review.changes.filter((change) => effectOf(change) === "patch");
  const rows = fit(told.map(formatRow), (room * 2) / 5);
  const proofs = fit(told.flatMap(formatEvidence), (room * 2) / 5);
  const groups = groupAlike(silent);
  const rest = fit(groups.map(formatGroup), room / 5 - 300);
  const table =
    rows.kept.length > 0
      ? ["", "| effect | place | change | how it is known |", "|---|---|---|---|", ...rows.kept]
      : [];
  const payloads = proofs.kept.length > 0 ? ["", ...proofs.kept] : [];
  const summary = `${sayChanges(silent.length)} ${silent.length === 1 ? "alters" : "alter"} nothing for callers`;
  const list =
    groups.length > 0
      ? ["", `<details><summary>${summary}</summary>`, "", ...rest.kept, "", "</details>"]
      : [];
  const hidden = [
    countHidden(review.remarks.length - shown.length, "remark"),
    countHidden(rows.left, "change"),
    countHidden(proofs.left, "folded detail"),
    countHidden(rest.left, "line"),
  ].flatMap((line) => (line === undefined ? [] : ["", line]));
  return `${[...head, ...notJudged, ...remarks, ...table, ...payloads, ...list, ...hidden].join("\n")}\n`;
}

function formatGroup({ first, operations, others }: Group): string {
  const also = others === 0 ? "" : `, and in ${others === 1 ? "1 other place" : `${others} other places`}`;
  const names = operations.length === 0 ? "" : ` (${listOperations(operations)})`;
  const place = `${toCode(placeOf(first), MAX_LENGTHS.name)}${also}`;
  return `- ${place}: ${toInline(`${first.message}${names}`, MAX_LENGTHS.row)}`;
}

function countHidden(count: number, noun: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `1 more ${noun} is not shown.` : `${count} more ${noun}s are not shown.`;
}

function formatRow(change: Change): string {
  const place = toCode(placeOf(change), MAX_LENGTHS.name);
  const cells = [LABELS[effectOf(change)], place, toInline(sayMessage(change), MAX_LENGTHS.row)];
  return `| ${cells.join(" | ")} | ${toInline(sayKnown(change), MAX_LENGTHS.row)} |`;
}

/** How it is known what a change does. */
function sayKnown({ level, reason, note, accepted, configured, counterexample, compiler }: Change): string {
  const isRequest = counterexample !== undefined && "request" in counterexample;
  const shown = [
    ...(counterexample === undefined ? [] : [isRequest ? "shown by a request" : "shown by a response"]),
    ...(compiler === undefined ? [] : ["shown by the TypeScript compiler"]),
  ];
  return [
    ...shown,
    ...(reason === undefined ? [] : [reason]),
    ...(note === undefined ? [] : [note]),
    ...(configured ? [sayConfigured(level, configured)] : []),
    ...(accepted ? [sayAccepted(accepted)] : []),
  ].join("; ");
}

function formatEvidence(change: Change): string[] {
  return [...formatProof(change), ...formatCompiler(change)];
}

function formatProof(change: Change): string[] {
  const proof = proofOf(change);
  if (!proof) return [];
  return [fold(change, proof.words, proof.language, proof.payload)];
}

function formatCompiler(change: Change): string[] {
  const { compiler } = change;
  if (compiler === undefined) return [];
  return [fold(change, WORDS.compiler, "text", compiler)];
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
