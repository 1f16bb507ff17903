import type { PrintableReview } from "./printable.js";

/** For programs. */
export function formatJson({ level, levels, changes, notJudged }: PrintableReview): string {
  return `${JSON.stringify({ level, levels, changes, notJudged }, undefined, 2)}\n`;
}
