/** What is known of a piece of code beside its text and names. */
type Traits = {
  /** A condition that is a chain of `&&` or `||`, so that chains are joined and negated link by link. */
  readonly chain?: { readonly operator: "&&" | "||"; readonly operands: readonly Code[] };
  /** The opposite condition, where it is another than the condition in `!(…)`. */
  readonly negate?: () => Code;
  /** A statement that declares a name, holds other statements, or always leaves. */
  readonly statement?: Statement;
};

export type Statement =
  | { readonly kind: "declaration"; readonly name: Code }
  | { readonly kind: "compound" }
  /** An `if` without `else`. */
  | { readonly kind: "if"; readonly condition: Code; readonly body: readonly Code[] }
  | { readonly kind: "exit" };

/**
 * A piece of TypeScript with what a printer has to know of it, so that nobody reads its text again. Whatever is not a
 * `Code` is quoted as a literal when it meets a template.
 */
export class Code {
  /** The locals, parameters and labels that it uses. */
  readonly names: ReadonlySet<string>;
  readonly chain: Traits["chain"];
  readonly statement: Statement | undefined;
  readonly #negate: Traits["negate"];
  #text: string | (() => string);

  /** @param text or what makes it: the text of a part of a longer chain is never asked for. */
  constructor(text: string | (() => string), names: ReadonlySet<string> = NO_NAMES, traits: Traits = {}) {
    this.#text = text;
    this.names = names;
    this.chain = traits.chain;
    this.statement = traits.statement;
    this.#negate = traits.negate;
  }

  get text(): string {
    if (typeof this.#text === "function") this.#text = this.#text();
    return this.#text;
  }

  /** `!(x >= 1)` is not `x < 1`: the two differ for NaN. So only who builds a condition may say what its opposite is. */
  get negation(): Code {
    return this.#negate?.() ?? new Code(`!(${this.text})`, this.names, { negate: () => this });
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** The names that any of the pieces uses. Most use what the first does, and its set is theirs. */
export function namesOf(codes: readonly Code[]): ReadonlySet<string> {
  let names = NO_NAMES;
  let own: Set<string> | undefined;
  for (const { names: others } of codes) {
    if (names.size === 0) names = others;
    else if (others !== names) {
      for (const name of others) {
        if (names.has(name)) continue;
        own ??= new Set(names);
        names = own.add(name);
      }
    }
  }
  return names;
}

type Part = Code | string | number | boolean | null;

/** Builds code from a template: `Code` is kept, anything else becomes a literal. */
export function code(strings: TemplateStringsArray, ...parts: readonly Part[]): Code {
  const codes = parts.map((part) => (part instanceof Code ? part : literal(part)));
  const text = strings.reduce((before, next, i) => before + (codes[i - 1]?.text ?? "") + next);
  return new Code(text, namesOf(codes));
}

/** A local, a parameter, a label or a constant of the module. */
export function identifier(name: string): Code {
  return primary(new Code(name, new Set([name])));
}

/** An expression that binds tighter than `!`, so that its opposite needs no parentheses. */
export function primary({ text, names }: Code): Code {
  const own: Code = new Code(text, names, {
    negate: () => new Code(`!${text}`, names, { negate: () => own }),
  });
  return own;
}

export function call(callee: Code, ...args: readonly Code[]): Code {
  return primary(code`${callee}${list(args, "(", ")")}`);
}

/** A JSON value as an expression that evaluates to an equal value. */
export function literal(value: unknown): Code {
  if (Array.isArray(value)) return list(value.map(literal), "[", "]");
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, item]) => code`${memberKey(key)}: ${literal(item)}`);
    return members.length === 0 ? new Code("{}") : list(members, "{ ", " }");
  }
  return new Code(typeof value === "string" ? splitText(value).map(quote).join(" +\n") : String(value));
}

/** Many editors and tools give up on very long lines. */
const MAX_TEXT = 400;

/** Cut into pieces of some length, none of which ends in the middle of a character. */
function splitText(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0, end = 0; end < text.length || pieces.length === 0; start = end) {
    end = start + MAX_TEXT;
    const isPair = (text.codePointAt(end - 1) ?? 0) > 0xffff;
    pieces.push(text.slice(start, isPair ? ++end : end));
  }
  return pieces;
}

/** JSON.stringify leaves the two line separators of ECMA-262 §12.3 as they are; editors break lines there. */
function quote(text: string): string {
  const quoted = JSON.stringify(text);
  return /[\u2028\u2029]/.test(quoted)
    ? quoted.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")
    : quoted;
}

/** `{ "__proto__": x }` would set the prototype (ECMA-262 §13.2.5.5); a computed key defines a property. */
function memberKey(key: string): Code {
  return key === "__proto__" ? code`[${key}]` : new Code(quote(key));
}

export function join(codes: readonly Code[], separator: string, open = "", close = ""): Code {
  return new Code(open + codes.map(({ text }) => text).join(separator) + close, namesOf(codes));
}

/** Above it a piece of code is broken into several lines, where it has parts. */
export const MAX_LINE = 120;

/** Elements, arguments or members; as many to a line as it holds. */
export function list(codes: readonly Code[], open: string, close: string): Code {
  const whole = join(codes, ", ", open, close);
  if (whole.text.length <= MAX_LINE || codes.length < 2) return whole;
  let width = open.length;
  const pieces = codes.map(({ text }, i) => {
    const isBroken = i > 0 && width + text.length > MAX_LINE;
    width = isBroken ? text.length : width + text.length + 2;
    return i === 0 ? text : `,${isBroken ? "\n  " : " "}${text}`;
  });
  return new Code(open + pieces.join("") + close, whole.names);
}
