import type { CodeSet } from "./code-set.js";

/** A pattern of ECMA-262, groups resolved; an `irregular` part is one that no finite automaton decides. */
export type Syntax =
  | { readonly kind: "set"; readonly set: CodeSet }
  | { readonly kind: "sequence"; readonly items: readonly Syntax[] }
  | { readonly kind: "choice"; readonly items: readonly Syntax[] }
  | Repeat
  | { readonly kind: "assertion"; readonly at: Assertion }
  | { readonly kind: "irregular"; readonly what: Irregularity };

/** `nesting`: groups too deep for functions that call themselves */
export type Irregularity = "lookaround" | "backreference" | "nesting";

export type Repeat = {
  readonly kind: "repeat";
  readonly body: Syntax;
  readonly min: number;
  /** Infinity when there is no upper bound */
  readonly max: number;
  readonly lazy: boolean;
};

/** `^`, `$`, `\b`, `\B` */
export type Assertion = "start" | "end" | "boundary" | "inside";

export type Flags = "u" | "";

export function findIrregular(syntax: Syntax): Irregularity | undefined {
  switch (syntax.kind) {
    case "irregular":
      return syntax.what;
    case "repeat":
      return findIrregular(syntax.body);
    case "sequence":
    case "choice":
      for (const item of syntax.items) {
        const found = findIrregular(item);
        if (found !== undefined) return found;
      }
      return undefined;
    default:
      return undefined;
  }
}

export function isNullable(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case "set":
      return false;
    case "repeat":
      return syntax.min === 0 || isNullable(syntax.body);
    case "sequence":
      return syntax.items.every(isNullable);
    case "choice":
      return syntax.items.some(isNullable);
    default:
      return true;
  }
}

/** Whether something other than one character is repeated without an upper bound. */
export function repeatsGroup(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case "repeat":
      return (syntax.max === Infinity && syntax.body.kind !== "set") || repeatsGroup(syntax.body);
    case "sequence":
    case "choice":
      return syntax.items.some(repeatsGroup);
    default:
      return false;
  }
}
