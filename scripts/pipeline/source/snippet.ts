const LINES_AROUND = 2;
const MAX_WIDTH = 120;

/** Part of a text: from a line and column to an exclusive end on the same line; all count from 1. */
export type Span = { readonly line: number; readonly column: number; readonly endColumn: number };

/**
 * The marked line between its neighbours, with numbers and a row of carets. Of a line whose mark lies far out,
 * as in minified JSON, a window around the mark stands alone.
 */
export function renderSnippet(lines: readonly string[], span: Span): string {
  const window = span.column > MAX_WIDTH ? span.column - MAX_WIDTH / 2 : 0;
  const [first, last] = window > 0 ? [span.line, span.line] : findNeighbours(lines, span.line);
  const gutter = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = lines[number - 1] ?? "";
    rows.push(joinRow(String(number).padStart(gutter), line.slice(window, window + MAX_WIDTH)));
    if (number === span.line) rows.push(joinRow(" ".repeat(gutter), renderCarets(line, span, window)));
  }
  return rows.join("\n");
}

function findNeighbours(lines: readonly string[], line: number): [first: number, last: number] {
  // The line end at the end of a file opens no line of its own.
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  return [Math.max(1, line - LINES_AROUND), Math.max(line, Math.min(count, line + LINES_AROUND))];
}

function joinRow(gutter: string, text: string): string {
  return `${gutter} | ${text}`.trimEnd();
}

function renderCarets(line: string, span: Span, window: number): string {
  const indent = span.column - 1 - window;
  const end = Math.min(span.endColumn - 1, line.length, window + MAX_WIDTH) - window;
  return " ".repeat(indent) + "^".repeat(Math.max(1, end - indent));
}
