import type { Node, StringAtom } from "../node/node.js";
import type { Space } from "../node/space.js";
import { ANY, STRING } from "../node/types.js";

export function minLength(space: Space, count: number): Node {
  return count <= 0 ? space.everything : space.make(count, { kind: "min-length", count });
}

/** Nothing but other types where the count is below nought. */
export function maxLength(space: Space, count: number): Node {
  return count < 0 ? space.types(ANY ^ STRING) : space.make(count, { kind: "max-length", count });
}

export function pattern(space: Space, text: string): Node {
  return space.make(text, { kind: "pattern", pattern: text });
}

/** The denial among strings. */
export function denyString(space: Space, atom: StringAtom): Node {
  switch (atom.kind) {
    case "min-length":
      return maxLength(space, atom.count - 1);
    case "max-length":
      return minLength(space, atom.count + 1);
    case "pattern":
      return space.make(atom.pattern, { kind: "not-pattern", pattern: atom.pattern });
    case "not-pattern":
      return pattern(space, atom.pattern);
  }
}

/** undefined where the pattern cannot be asked. */
export function holdsForString(
  atom: StringAtom,
  value: string,
  matches: (pattern: string, text: string) => boolean | undefined,
): boolean | undefined {
  switch (atom.kind) {
    case "min-length":
      return countCodePoints(value) >= atom.count;
    case "max-length":
      return countCodePoints(value) <= atom.count;
    case "pattern":
      return matches(atom.pattern, value);
    case "not-pattern": {
      const matched = matches(atom.pattern, value);
      return matched === undefined ? undefined : !matched;
    }
  }
}

/** JSON Schema Validation §6.3.1 counts characters, not code units. */
function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
