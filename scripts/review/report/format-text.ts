import { placeOf, proofOf, summaryOf, type PrintableReview } from "./printable.js";
import type { Change } from "./changes.js";
import type { Level } from "../judge/levels.js";

const COLORS = { major: 31, minor: 33, patch: 32, none: 2 } as const satisfies Record<Level, number>;

/** The longest payload that is shown whole. */
const MAX_PAYLOAD_LENGTH = 600;

/** For a terminal; colour only where the caller says that it is one. */
export function formatText(review: PrintableReview, color: boolean): string {
  const blocks = review.changes.map((change) => formatChange(change, color));
  const remarks = review.remarks.map((remark) => `note: ${remark}`);
  return `${[`${review.base} → ${review.head}`, summaryOf(review), ...blocks, ...remarks].join("\n\n")}\n`;
}

function formatChange(change: Change, color: boolean): string {
  const { level, direction, verdict, id, accepted, message, compiler, reason, note } = change;
  const proof = proofOf(change);
  const lines = [
    `${paint(level.padEnd(5), level, color)} ${placeOf(change)}  ${direction}, ${verdict}`,
    `  ${message}`,
    ...(reason === undefined ? [] : [`  Undecided: ${reason}.`]),
    ...(note === undefined ? [] : [`  ${note}`]),
    ...(compiler === undefined ? [] : [`  TypeScript: ${compiler}`]),
    ...(proof ? [`  ${proof.words}`, `    ${shorten(proof.payload)}`] : []),
    ...(accepted ? [`  accepted until ${accepted.until}: ${accepted.reason}`] : []),
    `  id: ${id}`,
  ];
  return lines.map(hideControls).join("\n");
}

function paint(text: string, level: Level, color: boolean): string {
  return color ? `\u001B[${COLORS[level]}m${text}\u001B[0m` : text;
}

function shorten(text: string): string {
  return text.length > MAX_PAYLOAD_LENGTH
    ? `${text.slice(0, MAX_PAYLOAD_LENGTH)}… (${text.length} characters)`
    : text;
}

/** A document's text must not steer the terminal that it is shown on; our own colours begin a line. */
function hideControls(line: string, index: number): string {
  return index === 0 ? line : line.replaceAll(/\p{Cc}/gu, "\uFFFD");
}
