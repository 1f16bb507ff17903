import type { Syntax } from "./syntax.js";
import { EMPTY, findIrregular, isLook, mapParts } from "./syntax.js";

/** The captured groups of a pattern, by number and by name. */
export type Groups = ReadonlyMap<string, Syntax>;

/** Backreferences in backreferences double with each step, and in a circle they have no end. */
const MAX_EXPANDED = 64;

/**
 * Every backreference replaced by what its group takes, or nothing. A text that the pattern accepts is accepted by
 * this as well, in at least as many ways. The empty lookahead says that a match is not sure. undefined when a group
 * refers to itself, or there are too many of them.
 */
export function expandReferences(syntax: Syntax, groups: Groups): Syntax | undefined {
  let expanded = 0;
  let isWhole = true;
  const expand = (part: Syntax): Syntax => {
    if (part.kind === "nesting") isWhole = false;
    if (part.kind !== "reference") return mapParts(part, expand);
    const body = groups.get(part.group);
    if (body === undefined || ++expanded > MAX_EXPANDED) {
      isWhole = false;
      return EMPTY;
    }
    const items = [UNSURE, { kind: "choice", items: [expand(body), EMPTY] }] as const;
    return { kind: "sequence", items };
  };
  const result = expand(syntax);
  return isWhole ? result : undefined;
}

const UNSURE: Syntax = { kind: "look", body: EMPTY, behind: false, negated: false };

/** A regular pattern that accepts all that this one accepts, and more; undefined when there is none at hand. */
export function widen(syntax: Syntax, groups: Groups): Syntax | undefined {
  const dropLooks = (part: Syntax): Syntax =>
    isLook(part) && findIrregular(part) !== undefined ? EMPTY : mapParts(part, dropLooks);
  const kept = new Map([...groups].map(([name, body]) => [name, dropLooks(body)]));
  return expandReferences(dropLooks(syntax), kept);
}
