import type { BrokenSide } from "../../document/broken-side.js";
import { toCode, toInline } from "./markdown-text.js";

const MAX_PROBLEMS = 20;

/** In Markdown, why there is no review. */
export function formatBroken({ message, problems }: BrokenSide): string {
  const rows = problems.slice(0, MAX_PROBLEMS).map((problem) => {
    const { file, line, column } = problem;
    return `- ${toCode(`${file}:${line}:${column}`, 300)} ${toInline(problem.message, 500)}`;
  });
  const hidden = problems.length - rows.length;
  return [
    `### 🔴 ${toInline(message, 300)}`,
    "",
    ...rows,
    ...(hidden > 0 ? ["", `${hidden} more ${hidden === 1 ? "is" : "are"} not shown.`] : []),
    "",
  ].join("\n");
}
