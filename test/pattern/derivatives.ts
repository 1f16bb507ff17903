import type { CodeSet } from "../../scripts/pattern/syntax/code-set.js";
import type { Assertion, Syntax } from "../../scripts/pattern/syntax/syntax.js";

/**
 * A second way from a pattern to its language, which shares nothing with the automaton: Brzozowski's derivatives,
 * with the characters before and after a place as the context of `^`, `$`, `\b` and `\B`.
 */
export type Context = "nothing" | "word" | "other";

type Term =
  | { readonly kind: "never"; readonly key: string }
  | { readonly kind: "empty"; readonly key: string }
  | { readonly kind: "set"; readonly key: string; readonly set: CodeSet }
  | { readonly kind: "assertion"; readonly key: string; readonly at: Assertion }
  | { readonly kind: "then"; readonly key: string; readonly first: Term; readonly rest: Term }
  | { readonly kind: "or"; readonly key: string; readonly items: readonly Term[] }
  | { readonly kind: "star"; readonly key: string; readonly body: Term };

export type { Term };

const never: Term = { kind: "never", key: "∅" };
const empty: Term = { kind: "empty", key: "ε" };

function set(codes: CodeSet): Term {
  return codes.length === 0 ? never : { kind: "set", key: `[${codes.join()}]`, set: codes };
}

function then(first: Term, rest: Term): Term {
  if (first.kind === "never" || rest.kind === "never") return never;
  if (first.kind === "empty") return rest;
  if (rest.kind === "empty") return first;
  if (first.kind === "then") return then(first.first, then(first.rest, rest));
  return { kind: "then", key: `(${first.key}·${rest.key})`, first, rest };
}

function or(items: readonly Term[]): Term {
  const flat = items.flatMap((item) => (item.kind === "or" ? item.items : [item]));
  const distinct = [...new Map(flat.map((item) => [item.key, item])).values()].filter(
    (item) => item !== never,
  );
  distinct.sort((a, b) => (a.key < b.key ? -1 : 1));
  const [only] = distinct;
  if (only === undefined) return never;
  return distinct.length === 1
    ? only
    : { kind: "or", key: `(${distinct.map((i) => i.key).join("|")})`, items: distinct };
}

function star(body: Term): Term {
  return body.kind === "never" || body.kind === "empty" ? empty : { kind: "star", key: `${body.key}*`, body };
}

/** The term of an unanchored search. */
export function searchTerm(syntax: Syntax, max: number): Term {
  const anything = star(set([0, max]));
  return then(anything, then(termOf(syntax), anything));
}

function termOf(syntax: Syntax): Term {
  switch (syntax.kind) {
    case "set":
      return set(syntax.set);
    case "assertion":
      return { kind: "assertion", key: `<${syntax.at}>`, at: syntax.at };
    case "sequence":
      return syntax.items.map(termOf).reduceRight((rest, first) => then(first, rest), empty);
    case "choice":
      return or(syntax.items.map(termOf));
    case "repeat":
      return repeat(termOf(syntax.body), syntax.min, syntax.max);
    default:
      throw new TypeError(`no derivative of a ${syntax.kind}`);
  }
}

function repeat(body: Term, min: number, max: number): Term {
  const options = max === Infinity ? 0 : max - min;
  let rest = max === Infinity ? star(body) : empty;
  for (let i = 0; i < options; i++) rest = or([empty, then(body, rest)]);
  for (let i = 0; i < min; i++) rest = then(body, rest);
  return rest;
}

export function isEmptyIn(term: Term, before: Context, after: Context): boolean {
  switch (term.kind) {
    case "never":
    case "set":
      return false;
    case "empty":
    case "star":
      return true;
    case "then":
      return isEmptyIn(term.first, before, after) && isEmptyIn(term.rest, before, after);
    case "or":
      return term.items.some((item) => isEmptyIn(item, before, after));
    case "assertion":
      if (term.at === "start") return before === "nothing";
      if (term.at === "end") return after === "nothing";
      return ((before === "word") !== (after === "word")) === (term.at === "boundary");
  }
}

export function derive(term: Term, before: Context, code: number, kind: Context): Term {
  switch (term.kind) {
    case "never":
    case "empty":
    case "assertion":
      return never;
    case "set":
      return hasCode(term.set, code) ? empty : never;
    case "star":
      return then(derive(term.body, before, code, kind), term);
    case "or":
      return or(term.items.map((item) => derive(item, before, code, kind)));
    case "then": {
      const stays = then(derive(term.first, before, code, kind), term.rest);
      return isEmptyIn(term.first, before, kind) ? or([stays, derive(term.rest, before, code, kind)]) : stays;
    }
  }
}

function hasCode(codes: CodeSet, code: number): boolean {
  return codes.some((low, i) => i % 2 === 0 && low <= code && code <= (codes[i + 1] ?? -1));
}
