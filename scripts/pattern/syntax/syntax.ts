import type { CodeSet } from "./code-set.js";

/** A pattern of ECMA-262; groups are kept only where a backreference names them. */
export type Syntax =
  | { readonly kind: "set"; readonly set: CodeSet }
  | { readonly kind: "sequence"; readonly items: readonly Syntax[] }
  | { readonly kind: "choice"; readonly items: readonly Syntax[] }
  | Repeat
  | { readonly kind: "assertion"; readonly at: Assertion }
  | Look
  /** a backreference, by the number or the name of its group */
  | { readonly kind: "reference"; readonly group: string }
  /** groups too deep for functions that call themselves */
  | { readonly kind: "nesting" };

export type Repeat = {
  readonly kind: "repeat";
  readonly body: Syntax;
  readonly min: number;
  /** Infinity when there is no upper bound */
  readonly max: number;
  readonly lazy: boolean;
};

/** `(?=…)`, `(?!…)`, and those that look `behind` */
export type Look = {
  readonly kind: "look";
  readonly body: Syntax;
  readonly behind: boolean;
  readonly negated: boolean;
};

/** `^`, `$`, `\b`, `\B` */
export type Assertion = "start" | "end" | "boundary" | "inside";

export type Flags = "u" | "";

/** What stands in the way of a finite automaton. */
export type Irregularity = "a backreference" | "a lookaround in a lookbehind" | "groups nested too deeply";

export const EMPTY: Syntax = { kind: "sequence", items: [] };

export function partsOf(syntax: Syntax): readonly Syntax[] {
  switch (syntax.kind) {
    case "sequence":
    case "choice":
      return syntax.items;
    case "repeat":
    case "look":
      return [syntax.body];
    default:
      return [];
  }
}

/** The same with every part replaced. */
export function mapParts(syntax: Syntax, change: (part: Syntax) => Syntax): Syntax {
  switch (syntax.kind) {
    case "sequence":
    case "choice":
      return { ...syntax, items: syntax.items.map(change) };
    case "repeat":
    case "look":
      return { ...syntax, body: change(syntax.body) };
    default:
      return syntax;
  }
}

/** Whether the pattern or a part of it is such. */
export function hasPart(syntax: Syntax, isSuch: (part: Syntax) => boolean): boolean {
  return isSuch(syntax) || partsOf(syntax).some((part) => hasPart(part, isSuch));
}

export function isLook(syntax: Syntax): syntax is Look {
  return syntax.kind === "look";
}

export function findIrregular(syntax: Syntax): Irregularity | undefined {
  if (syntax.kind === "reference") return "a backreference";
  if (syntax.kind === "nesting") return "groups nested too deeply";
  if (isLook(syntax) && syntax.behind && hasPart(syntax.body, isLook)) return "a lookaround in a lookbehind";
  for (const part of partsOf(syntax)) {
    const found = findIrregular(part);
    if (found !== undefined) return found;
  }
  return undefined;
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
  return hasPart(
    syntax,
    (part) => part.kind === "repeat" && part.max === Infinity && part.body.kind !== "set",
  );
}
