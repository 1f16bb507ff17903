import type { Change } from "./changes.js";
import type { PrintableReview } from "./printable.js";

/** For programs. What the compiler says ends the message. */
export function formatJson({ level, levels, changes, notJudged }: PrintableReview): string {
  return `${JSON.stringify({ level, levels, changes: changes.map(joinMessage), notJudged }, undefined, 2)}\n`;
}

function joinMessage({ compiler, ...change }: Change): Omit<Change, "compiler"> {
  if (compiler === undefined) return change;
  return { ...change, message: `${change.message} TypeScript: ${compiler}` };
}
