import type { PrintableReview } from "./printable.js";

/** For programs. */
export function formatJson({ level, levels, changes }: PrintableReview): string {
  return `${JSON.stringify({ level, levels, changes }, undefined, 2)}\n`;
}
