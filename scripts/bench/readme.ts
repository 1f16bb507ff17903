import { cpus } from "node:os";

/** The page with what was measured in place of what stood between the markers of a part. */
export function replaceFigures(page: string, part: string, figures: string): string {
  const [start, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no ${start} with ${end} behind it`);
  return `${page.slice(0, from + start.length)}\n\n${figures.trim()}\n\n${page.slice(to)}`;
}

/** What was printed, as a table or else as it is, under the day and the machine. */
export function renderFigures(printed: string, day: string, machine: string): string {
  const isTable = printed.startsWith("|");
  const [table = "", ...notes] = isTable ? printed.trim().split(/\n\n|(?<=\|)\n(?!\|)/u) : [];
  const body = isTable ? [table, ...notes].join("\n\n") : `\`\`\`text\n${printed.trim()}\n\`\`\``;
  return `Measured on ${day}: ${machine}.\n\n${body}`;
}

/** Processor, number of its threads, and Node; no name of a host. */
export function describeMachine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? "a processor"}, ${cpus().length} threads, Node ${process.versions.node}`;
}
