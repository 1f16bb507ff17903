import type { Syntax } from "./syntax.js";
import { hasPart, isLook } from "./syntax.js";

/** A pattern as several that must all match or, when `negated`, must not. */
export type Conjunct = { readonly syntax: Syntax; readonly negated: boolean };

/**
 * Takes out the lookaheads of a pattern that is bound to the start of the text, as long as all before them has a
 * fixed length: `^(?=A)B` is `^A` and `^B`. The last one is what is left.
 */
export function unfold(syntax: Syntax): readonly Conjunct[] {
  const items = flatten(syntax);
  const [first] = items;
  if (first?.kind !== "assertion" || first.at !== "start") return [{ syntax, negated: false }];
  const prefix: Syntax[] = [];
  const taken: Conjunct[] = [];
  for (const [i, item] of items.entries()) {
    if (isLook(item) && !item.behind) {
      const inner: Syntax = { kind: "sequence", items: [...prefix, ...flatten(item.body)] };
      taken.push({ syntax: inner, negated: item.negated });
    } else if (hasFixedLength(item)) prefix.push(item);
    else {
      prefix.push(...items.slice(i));
      break;
    }
  }
  if (taken.length === 0) return [{ syntax, negated: false }];
  return [...taken, { syntax: { kind: "sequence", items: prefix }, negated: false }];
}

/** Unfolded as far as it goes; undefined when a part still looks around. */
export function unfoldAll(syntax: Syntax): readonly Conjunct[] | undefined {
  const conjuncts = unfold(syntax);
  if (conjuncts.length === 1) return hasPart(syntax, isLook) ? undefined : conjuncts;
  const unfolded: Conjunct[] = [];
  for (const { syntax: part, negated } of conjuncts) {
    const inner = unfoldAll(part);
    // What looks around inside of a denied part cannot be asked for on its own.
    if (inner === undefined || (negated && inner.length > 1)) return undefined;
    unfolded.push(...inner.map((one) => ({ syntax: one.syntax, negated: one.negated !== negated })));
  }
  return unfolded;
}

/** Groups that are neither chosen from nor repeated fall away. */
function flatten(syntax: Syntax): readonly Syntax[] {
  return syntax.kind === "sequence" ? syntax.items.flatMap(flatten) : [syntax];
}

/** Whether all texts that the part takes have the same length, so that the place behind it is one place. */
function hasFixedLength(syntax: Syntax): boolean {
  return findLength(syntax) !== undefined;
}

function findLength(syntax: Syntax): number | undefined {
  switch (syntax.kind) {
    case "set":
      return 1;
    case "assertion":
      return 0;
    case "sequence":
      return syntax.items.map(findLength).reduce((sum, one) => addLengths(sum, one), 0);
    case "choice": {
      const lengths = new Set(syntax.items.map(findLength));
      return lengths.size === 1 ? [...lengths][0] : undefined;
    }
    case "repeat": {
      const length = syntax.min === syntax.max ? findLength(syntax.body) : undefined;
      return length === undefined ? undefined : length * syntax.min;
    }
    default:
      return undefined;
  }
}

function addLengths(some: number | undefined, other: number | undefined): number | undefined {
  return some === undefined || other === undefined ? undefined : some + other;
}
