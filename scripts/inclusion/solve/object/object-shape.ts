import { singleName } from "../../atoms/object.js";
import type { Node, ObjectAtom, Properties, Values } from "../../node/node.js";

/** What is asked of an object, sorted by how it speaks of names. */
export type ObjectShape = {
  readonly min: number;
  readonly max: number;
  readonly required: ReadonlySet<string>;
  /** What the value of a name is asked for, for names that are listed. */
  readonly byName: ReadonlyMap<string, readonly Node[]>;
  /** The same for all names that an expression covers. */
  readonly wide: readonly Properties[];
  /** Some name of an expression that has a value. */
  readonly some: readonly Properties[];
};

export function readObjectShape(atoms: readonly ObjectAtom[]): ObjectShape {
  const required = new Set<string>();
  const byName = new Map<string, Node[]>();
  const wide: Properties[] = [];
  const some: Properties[] = [];
  let [min, max] = [0, Infinity];
  const limit = (name: string, value: Node): void => {
    byName.set(name, [...(byName.get(name) ?? []), value]);
  };
  for (const atom of atoms) {
    if (atom.kind === "min-properties") min = Math.max(min, atom.count);
    else if (atom.kind === "max-properties") max = Math.min(max, atom.count);
    else if (atom.kind === "required") required.add(atom.name);
    else if ("names" in atom) {
      const name = singleName(atom.names);
      if (atom.kind === "some-property" && name !== undefined) required.add(name);
      if (name !== undefined) limit(name, atom.value);
      else if (atom.kind === "some-property") some.push(atom);
      else if (atom.names.kind !== "one-of") wide.push(atom);
      else for (const listed of textsOf(atom.names)) limit(listed, atom.value);
    }
  }
  return { min, max, required, byName, wide, some };
}

/** The names that are spoken of by name. */
export function namesOf({ required, byName, wide, some }: ObjectShape): ReadonlySet<string> {
  const listed = [...wide, ...some].flatMap(({ names }) => namesIn(names));
  return new Set([...byName.keys(), ...listed, ...required]);
}

function namesIn(names: Node): readonly string[] {
  if (names.kind === "one-of" || names.kind === "none-of") return textsOf(names);
  return names.kind === "and" || names.kind === "or" ? names.operands.flatMap(namesIn) : [];
}

function textsOf({ values }: Values): readonly string[] {
  return [...values.values()].filter((value) => typeof value === "string");
}
