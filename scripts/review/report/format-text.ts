import { placeOf, proofOf, summaryOf, type PrintableReview } from "./printable.js";
import { splitMessage, type Change } from "./report.js";
import type { Level } from "../judge/rules.js";

const COLORS = { major: 31, minor: 33, patch: 32, none: 2 } as const satisfies Record<Level, number>;

/** The longest payload that is shown whole. */
const LONGEST = 600;

/** For a terminal; colour only where the caller says that it is one. */
export function formatText(review: PrintableReview, color: boolean): string {
  const blocks = review.changes.map((change) => formatChange(change, color));
  const remarks = review.remarks.map((remark) => `note: ${remark}`);
  return `${[`${review.base} → ${review.head}`, summaryOf(review), ...blocks, ...remarks].join("\n\n")}\n`;
}

function formatChange(change: Change, color: boolean): string {
  const { level, direction, verdict, id, accepted } = change;
  const [text, compiler] = splitMessage(change);
  const proof = proofOf(change);
  const lines = [
    `${paint(level.padEnd(5), level, color)} ${placeOf(change)}  ${direction}, ${verdict}`,
    `  ${text}`,
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
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}

/** A document's text must not steer the terminal that it is shown on; our own colours begin a line. */
function hideControls(line: string, index: number): string {
  return index === 0 ? line : line.replaceAll(/\p{Cc}/gu, "\uFFFD");
}
