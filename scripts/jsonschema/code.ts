/** A piece of TypeScript. Whatever is not a `Code` is quoted as a literal when it meets a template. */
export class Code {
  readonly text: string;
  /** The operator at the top of a condition, so that `and`, `or` and `not` place parentheses and negate well. */
  readonly operator: "&&" | "||" | undefined;
  readonly operands: readonly Code[];

  constructor(text: string, operator?: "&&" | "||", operands: readonly Code[] = []) {
    this.text = text;
    this.operator = operator;
    this.operands = operands;
  }
}

type Part = Code | readonly Code[] | string | number | boolean | null;

/** Builds code from a template: `Code` is kept, a list of `Code` becomes lines, anything else a literal. */
export function code(strings: TemplateStringsArray, ...parts: readonly Part[]): Code {
  return new Code(strings.reduce((text, next, i) => text + partText(parts[i - 1] ?? null) + next));
}

function partText(part: Part): string {
  if (part instanceof Code) return part.text;
  if (typeof part === "object" && part !== null) return part.map((line) => line.text).join("\n");
  return literal(part).text;
}

/** A JSON value as an expression that evaluates to an equal value. */
export function literal(value: unknown): Code {
  if (Array.isArray(value)) return join(value.map(literal), ", ", "[", "]");
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, item]) => code`${memberKey(key)}: ${literal(item)}`);
    return members.length === 0 ? new Code("{}") : join(members, ", ", "{ ", " }");
  }
  // JSON.stringify leaves the two line separators of ECMA-262 §12.3 as they are; editors break lines there.
  if (typeof value === "string") return new Code(escapeSeparators(JSON.stringify(value)));
  return new Code(String(value));
}

/** `{ "__proto__": x }` would set the prototype (ECMA-262 §13.2.5.5); a computed key defines a property. */
function memberKey(key: string): Code {
  return key === "__proto__" ? code`[${key}]` : literal(key);
}

function escapeSeparators(text: string): string {
  return text.replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}

export function join(codes: readonly Code[], separator: string, open = "", close = ""): Code {
  return new Code(open + codes.map((c) => c.text).join(separator) + close);
}

export const TRUE = new Code("true");
export const FALSE = new Code("false");

export function and(...conditions: readonly Code[]): Code {
  return combine("&&", TRUE, FALSE, conditions);
}

export function or(...conditions: readonly Code[]): Code {
  return combine("||", FALSE, TRUE, conditions);
}

function combine(operator: "&&" | "||", neutral: Code, decisive: Code, conditions: readonly Code[]): Code {
  const operands = conditions
    .flatMap((c) => (c.operator === operator ? c.operands : [c]))
    .filter((c) => c.text !== neutral.text);
  const [first] = operands;
  if (!first) return neutral;
  if (operands.some((c) => c.text === decisive.text)) return decisive;
  if (operands.length === 1) return first;
  const text = operands.map((c) => (c.operator ? `(${c.text})` : c.text)).join(` ${operator} `);
  return new Code(text, operator, operands);
}

/** The opposite condition, by De Morgan's laws, so that no reader has to undo a negation of a whole line. */
export function not(condition: Code): Code {
  if (condition.operator === "&&") return or(...condition.operands.map(not));
  if (condition.operator === "||") return and(...condition.operands.map(not));
  if (condition.text === "true") return FALSE;
  if (condition.text === "false") return TRUE;
  const equality = EQUALITY.exec(condition.text);
  if (equality) return new Code(`${equality[1]} ${equality[2] === "=" ? "!" : "="}== ${equality[3]}`);
  const bound = COUNT_BOUND.exec(condition.text);
  if (bound) return new Code(`${bound[1]} ${OPPOSITE[bound[2] === ">=" ? ">=" : "<="]} ${bound[3]}`);
  if (/^![\w$.]+(\([^()]*\))?$/.test(condition.text)) return new Code(condition.text.slice(1));
  // `!(x >= 1)` is not `x < 1`: the two differ for NaN.
  return /^[\w$.]+(\([^()]*\))?$/.test(condition.text) ? code`!${condition}` : code`!(${condition})`;
}

const EQUALITY = /^((?:typeof )?(?:[\w$.]+|\([\w$.]+ as unknown\))) ([!=])== ("(?:[^"\\]|\\.)*"|[\w$.-]+)$/;

/** A comparison of a count, which is never NaN. */
const COUNT_BOUND = /^([\w$.]+\.length|\$runtime\.\w+\([\w$]+\)) (>=|<=) (\d+)$/;

const OPPOSITE = { ">=": "<", "<=": ">" } as const;

/** `head { … }`, or one line where the body is one simple statement. */
export function block(head: Code, body: readonly Code[]): Code {
  const [only] = body;
  if (only && body.length === 1 && isSimple(only)) return code`${head} ${only}`;
  return new Code(`${head.text} {\n${indent(body)}\n}`);
}

/** A declaration or a nested `if` must not follow `if (…)` without braces. */
function isSimple(statement: Code): boolean {
  return !/\n|^(const|let|if|for|switch|case|default|\$?[\w$]+:)/.test(statement.text);
}

/** `if (condition) { … }`, or nothing, or the bare body, where the condition is known. */
export function iff(condition: Code, body: readonly Code[]): readonly Code[] {
  if (body.length === 0 || condition.text === "false") return [];
  return condition.text === "true" ? body : [block(code`if (${condition})`, body)];
}

export function ifElse(condition: Code, yes: readonly Code[], no: readonly Code[]): readonly Code[] {
  if (condition.text === "true") return yes;
  if (condition.text === "false") return no;
  if (no.length === 0) return iff(condition, yes);
  if (yes.length === 0) return iff(not(condition), no);
  return [new Code(`if (${condition.text}) {\n${indent(yes)}\n} else {\n${indent(no)}\n}`)];
}

/** Whether a local name or a label is used in some lines. Names hold nothing but letters, digits, `_` and `$`. */
export function mentions(lines: readonly Code[], name: Code): boolean {
  const whole = new RegExp(`(?<![\\w$])${name.text.replaceAll("$", "\\$")}(?![\\w$])`);
  return lines.some(({ text }) => text.includes(name.text) && whole.test(text));
}

/** A declaration of a name in front of the lines that mention it, and nothing in front of others. */
export function declare(name: Code, declaration: Code, lines: readonly Code[]): readonly Code[] {
  return mentions(lines, name) ? [declaration, ...lines] : lines;
}

/** Statements up to the first that always leaves: the compiler takes what stands behind it for a mistake. */
export function until(leave: Code, lines: readonly Code[]): readonly Code[] {
  const end = lines.findIndex(({ text }) => text === leave.text);
  return end < 0 ? lines : lines.slice(0, end + 1);
}

function indent(lines: readonly Code[]): string {
  return lines.map((line) => line.text.replace(/^(?=.)/gm, "  ")).join("\n");
}
