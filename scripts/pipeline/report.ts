import type { Problem } from "./problem.js";

export type Style = {
  /** Colours may be used: the text goes to a terminal and NO_COLOR is not set. */
  readonly color: boolean;
};

const CODES = { red: 31, yellow: 33, green: 32, dim: 2, bold: 1 } as const;

/** NO_COLOR counts when it is set and not empty (https://no-color.org). */
export function chooseStyle(
  { isTTY = false }: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Style {
  return { color: isTTY && !environment["NO_COLOR"] };
}

/** A document with thousands of problems has a few causes: the first show them. */
const MAX_SHOWN = 100;

/** Each problem as `file:line:column severity rule`, its message and the lines around it. */
export function renderProblems(problems: readonly Problem[], style: Style): string {
  const blocks = problems.slice(0, MAX_SHOWN).map((problem) => `${renderProblem(problem, style)}\n`);
  const hidden = problems.length - blocks.length;
  const rest = hidden > 0 ? `, of which ${hidden} are not shown` : "";
  return [...blocks, `${renderCount(problems)}${rest}`].join("\n");
}

function renderProblem(
  { severity, rule, message, file, line, column, snippet }: Problem,
  style: Style,
): string {
  const level = paint(severity, severity === "error" ? "red" : "yellow", style);
  const head = `${paint(`${hideControls(file)}:${line}:${column}`, "bold", style)} ${level} ${rule}`;
  const body = indent(hideControls(message));
  return snippet === undefined
    ? `${head}\n${body}`
    : `${head}\n${body}\n${paint(indent(hideControls(snippet)), "dim", style)}`;
}

/** A document's text must not steer the terminal that it is shown on. */
function hideControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, "\uFFFD");
}

function renderCount(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const parts = [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""];
  return parts.filter((part) => part !== "").join(", ");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** One line. */
export function renderStage(name: string, milliseconds: number, style: Style): string {
  return `${name.padEnd(12)} ${paint(`${milliseconds.toFixed(0).padStart(6)} ms`, "dim", style)}\n`;
}

/** One line. */
export function renderFile(path: string, state: string, style: Style): string {
  return `${path}  ${paint(state, state === "unchanged" ? "dim" : "green", style)}\n`;
}

/** One line that a terminal can overwrite. */
export function renderProgress(name: string, done: number, total: number): string {
  const width = 24;
  const filled = Math.round((done / total) * width);
  return `[${"#".repeat(filled)}${".".repeat(width - filled)}] ${name}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}

function paint(text: string, color: keyof typeof CODES, style: Style): string {
  return style.color ? `\u001B[${CODES[color]}m${text}\u001B[0m` : text;
}
