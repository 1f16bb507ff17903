import { code, Code, join, literal, MAX_LINE, namesOf, type Statement } from "./code.js";
import { and, FALSE, not, TRUE } from "./condition.js";

const COMPOUND: Statement = { kind: "compound" };

/** `const name: type = value;` */
export function constant(name: Code, value: Code, type?: string): Code {
  return declaration(code`const ${name}${new Code(type ? `: ${type}` : "")} = ${value};`, name);
}

/** `let name: type = value;` */
export function variable(name: Code, value: Code, type?: string): Code {
  return declaration(code`let ${name}${new Code(type ? `: ${type}` : "")} = ${value};`, name);
}

function declaration({ text, names }: Code, name: Code): Code {
  return new Code(text, names, { statement: { kind: "declaration", name } });
}

/** A statement behind which nothing is reached: `return …;`, `break …;` or `continue;`. */
export function exit({ text, names }: Code): Code {
  return new Code(text, names, { statement: { kind: "exit" } });
}

/** Some statements as one. */
export function sequence(lines: readonly Code[]): Code {
  const [only] = lines;
  return only && lines.length === 1
    ? only
    : new Code(lines.map(({ text }) => text).join("\n"), namesOf(lines), { statement: COMPOUND });
}

/** `head { … }`, or one line where the body is one simple statement. */
export function block(head: Code, body: readonly Code[]): Code {
  const [only] = body;
  // A declaration or a nested `if` must not follow `if (…)` without braces.
  const isLine = only && body.length === 1 && (!only.statement || only.statement.kind === "exit");
  const isShort = isLine && head.text.length + only.text.length <= MAX_LINE;
  const simple = isShort ? `${head.text} ${only.text}` : `${head.text}\n${indent(body)}`;
  const text = isLine ? simple : `${head.text} {\n${indent(body)}\n}`;
  return new Code(text, namesOf([head, ...body]), { statement: COMPOUND });
}

/** `if (condition) { … }`, or nothing, or the bare body, where the condition is known. */
export function iff(condition: Code, body: readonly Code[]): readonly Code[] {
  if (body.length === 0 || condition === FALSE) return [];
  if (condition === TRUE) return body;
  const [only] = body;
  if (only?.statement?.kind === "if" && body.length === 1) {
    return iff(and(condition, only.statement.condition), only.statement.body);
  }
  const { text, names } = block(code`if (${condition})`, body);
  return [new Code(text, names, { statement: { kind: "if", condition, body } })];
}

export function ifElse(condition: Code, yes: readonly Code[], no: readonly Code[]): readonly Code[] {
  if (condition === TRUE) return yes;
  if (condition === FALSE) return no;
  if (no.length === 0) return iff(condition, yes);
  if (yes.length === 0) return iff(not(condition), no);
  const text = `if (${condition.text}) {\n${indent(yes)}\n} else {\n${indent(no)}\n}`;
  return [new Code(text, namesOf([condition, ...yes, ...no]), { statement: COMPOUND })];
}

/** One `case` of a `switch`, with a `break` where its body does not leave by itself. */
export function switchCase(head: Code, body: readonly Code[]): Code {
  return block(head, body.at(-1)?.statement?.kind === "exit" ? body : [...body, BREAK]);
}

/** The values that lead to one `case`. */
export function heads(values: readonly unknown[]): Code {
  return join(
    values.map((value) => code`case ${literal(value)}:`),
    "\n",
  );
}

/** Ends a `case`. */
export const BREAK = exit(code`break;`);

export function mentions(lines: readonly Code[], name: Code): boolean {
  return lines.some(({ names }) => names.has(name.text));
}

/** A declaration in front of the lines that use its name, and nothing in front of others. */
export function declare(declared: Code, lines: readonly Code[]): readonly Code[] {
  const { statement } = declared;
  return statement?.kind === "declaration" && !mentions(lines, statement.name) ? lines : [declared, ...lines];
}

/** Whether the lines end in a statement that always leaves. */
export function endsIn(leave: Code, lines: readonly Code[]): boolean {
  return lines.at(-1)?.text === leave.text;
}

/** Statements up to the first that always leaves: the compiler takes what stands behind it for a mistake. */
export function until(leave: Code, lines: readonly Code[]): readonly Code[] {
  const end = lines.findIndex(({ text }) => text === leave.text);
  return end < 0 ? lines : lines.slice(0, end + 1);
}

/** Large modules are written as they are printed here, without a formatter. */
function indent(lines: readonly Code[]): string {
  return lines.map(({ text }) => `  ${text.replaceAll(LINE_START, "\n  ")}`).join("\n");
}

/** Of a line that holds something. */
const LINE_START = /\n(?!\n)/g;
