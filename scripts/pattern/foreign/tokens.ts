/** A piece of a pattern that other engines read as one. */
export type Token = {
  readonly text: string;
  readonly isInClass: boolean;
  /** `open` and `close` are the brackets of a class. */
  readonly kind: "character" | "escape" | "quote" | "posix" | "range" | "brace" | "group" | "open" | "close";
};

type Shape = { readonly kind: Token["kind"]; readonly shape: RegExp };

const ESCAPE: Shape = {
  kind: "escape",
  shape: /\\(?:[pP]\{[^}]*\}|[pP][A-Z]|x\{[^}]*\}|x[\da-f]{2}|u\{[^}]*\}|u[\da-f]{4}|c[a-z]|k<[^>]*>|[^])?/iy,
};

const QUOTE: Shape = { kind: "quote", shape: /\\Q(?:(?!\\E)[^])*(?:\\E)?/y };

/** The first that matches counts. */
const OUTSIDE: readonly Shape[] = [
  QUOTE,
  ESCAPE,
  // A bracket that comes first is a member of the class but for ECMA-262.
  { kind: "open", shape: /\[\^?\]?/y },
  { kind: "brace", shape: /\{\s*\d*\s*,?\s*\d*\s*\}/y },
  { kind: "group", shape: /\(\?(?:#[^)]*\)|P?[=>][^)]*\)?|P?<[^=!>]*>|<[=!]|[a-zA-Z^-]+[:)]|[^])/y },
  { kind: "character", shape: /[^]/y },
];

const INSIDE: readonly Shape[] = [
  QUOTE,
  ESCAPE,
  { kind: "posix", shape: /\[:\^?[a-z]+:\]/y },
  { kind: "close", shape: /\]/y },
  { kind: "range", shape: /[a-z]-[a-z]|[A-Z]-[A-Z]|[0-9]-[0-9]/y },
  { kind: "character", shape: /[^]/y },
];

/** The whole pattern, in order. */
export function readTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let isInClass = false;
  for (let at = 0; at < source.length;) {
    const token = readToken(source, at, isInClass);
    tokens.push(token);
    at += token.text.length;
    if (token.kind === "open") isInClass = true;
    if (token.kind === "close") isInClass = false;
  }
  return tokens;
}

function readToken(source: string, at: number, isInClass: boolean): Token {
  for (const { kind, shape } of isInClass ? INSIDE : OUTSIDE) {
    // Made anew for each token: a sticky expression has a place of its own.
    const [text] = new RegExp(shape.source, shape.flags).exec(source.slice(at)) ?? [];
    if (text !== undefined && text !== "") return { text, kind, isInClass };
  }
  return { text: source.charAt(at), kind: "character", isInClass };
}
