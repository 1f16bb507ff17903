import { Code, code, literal, MAX_LINE, namesOf } from "./code.js";

export const TRUE: Code = new Code("true", undefined, { negate: () => FALSE });
export const FALSE: Code = new Code("false", undefined, { negate: () => TRUE });
export const UNDEFINED: Code = new Code("undefined");

export function and(...conditions: readonly Code[]): Code {
  return combine("&&", conditions);
}

export function or(...conditions: readonly Code[]): Code {
  return combine("||", conditions);
}

const OPERATORS = {
  "&&": { neutral: TRUE, decisive: FALSE, opposite: "||" },
  "||": { neutral: FALSE, decisive: TRUE, opposite: "&&" },
} as const;

function combine(operator: "&&" | "||", conditions: readonly Code[]): Code {
  const { neutral, decisive, opposite } = OPERATORS[operator];
  const operands = conditions
    .flatMap((c) => (c.chain?.operator === operator ? c.chain.operands : [c]))
    .filter((c) => c !== neutral);
  const [first] = operands;
  if (!first) return neutral;
  if (operands.includes(decisive)) return decisive;
  if (operands.length === 1) return first;
  return new Code(() => printChain(operator, operands), namesOf(operands), {
    chain: { operator, operands },
    // De Morgan's laws, so that no reader has to undo a negation of a whole line.
    negate: () => combine(opposite, operands.map(not)),
  });
}

function printChain(operator: "&&" | "||", operands: readonly Code[]): string {
  const texts = operands.map((c) => (c.chain ? `(${c.text})` : c.text));
  const line = texts.join(` ${operator} `);
  return line.length > MAX_LINE ? texts.join(`\n  ${operator} `) : line;
}

export function not(condition: Code): Code {
  return condition.negation;
}

const OPPOSITES = {
  "===": "!==",
  "!==": "===",
  ">=": "<",
  "<": ">=",
  "<=": ">",
  ">": "<=",
} as const;

export function equal(left: Code, right: Code): Code {
  return compare(left, "===", right);
}

export function unequal(left: Code, right: Code): Code {
  return compare(left, "!==", right);
}

/** A comparison of a count, which is never NaN, so that it has an opposite. */
export function compareCount(count: Code, operator: ">=" | "<" | "<=" | ">", limit: Code | number): Code {
  return compare(count, operator, typeof limit === "number" ? literal(limit) : limit);
}

function compare(left: Code, operator: keyof typeof OPPOSITES, right: Code): Code {
  const { text, names } = code`${left} ${new Code(operator)} ${right}`;
  return new Code(text, names, { negate: () => compare(left, OPPOSITES[operator], right) });
}

/** Whether a value has been given: `undefined` is no JSON value. */
export function isPresent(value: Code): Code {
  return unequal(value, UNDEFINED);
}

export function isAbsent(value: Code): Code {
  return equal(value, UNDEFINED);
}
