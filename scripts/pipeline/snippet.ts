const LINES_AROUND = 2;
const MAX_WIDTH = 100;

/** Part of a text: from a line and column to an exclusive end on the same line; all count from 1. */
export type Span = { readonly line: number; readonly column: number; readonly endColumn: number };

/**
 * The marked line between its neighbours, with numbers and a row of carets.
 * Long lines, such as those of minified JSON, are cut to a window around the mark.
 */
export function renderSnippet(lines: readonly string[], span: Span): string {
  const first = Math.max(1, span.line - LINES_AROUND);
  // The line end at the end of a file opens no line of its own.
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  const last = Math.max(span.line, Math.min(count, span.line + LINES_AROUND));
  const gutter = String(last).length;
  const window = Math.max(0, span.column - MAX_WIDTH / 2);
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = lines[number - 1] ?? "";
    rows.push(joinRow(String(number).padStart(gutter), line.slice(window, window + MAX_WIDTH)));
    if (number === span.line) rows.push(joinRow(" ".repeat(gutter), renderCarets(line, span, window)));
  }
  return rows.join("\n");
}

function joinRow(gutter: string, text: string): string {
  return `${gutter} | ${text}`.trimEnd();
}

function renderCarets(line: string, span: Span, window: number): string {
  const indent = span.column - 1 - window;
  const end = Math.min(span.endColumn - 1, line.length, window + MAX_WIDTH) - window;
  return " ".repeat(indent) + "^".repeat(Math.max(1, end - indent));
}
