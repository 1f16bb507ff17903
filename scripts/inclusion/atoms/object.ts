import { readMember } from "../../json/pointer.js";
import type { JsonRecord } from "../../json/pointer.js";
import type { Node, ObjectAtom, Properties } from "../node/node.js";
import type { Space } from "../node/space.js";
import { ANY, OBJECT } from "../node/types.js";
import { denied, everyHolds, type Truth } from "./three-valued.js";

export function required(space: Space, name: string): Node {
  return space.make(JSON.stringify(name), { kind: "required", name });
}

export function minProperties(space: Space, count: number): Node {
  return count <= 0 ? space.everything : space.make(count, { kind: "min-properties", count });
}

export function maxProperties(space: Space, count: number): Node {
  return count < 0 ? space.types(ANY ^ OBJECT) : space.make(count, { kind: "max-properties", count });
}

/** The value of every property whose name is one of `names`, an expression about strings. */
export function eachProperty(space: Space, names: Node, value: Node): Node {
  if (value === space.everything || names === space.nothing) return space.everything;
  return space.make(`${names.id} ${value.id}`, { kind: "each-property", names, value });
}

export function someProperty(space: Space, names: Node, value: Node): Node {
  if (value === space.nothing || names === space.nothing) return space.types(ANY ^ OBJECT);
  if (names === space.everything && value === space.everything) return minProperties(space, 1);
  return space.make(`${names.id} ${value.id}`, { kind: "some-property", names, value });
}

/** The name that an expression about names is, where it is a single one. */
export function singleName(names: Node): string | undefined {
  if (names.kind !== "one-of" || names.values.size !== 1) return undefined;
  const [name] = names.values.values();
  return typeof name === "string" ? name : undefined;
}

/** The denial among objects. */
export function denyObject(space: Space, atom: ObjectAtom, not: (node: Node) => Node): Node {
  switch (atom.kind) {
    case "min-properties":
      return maxProperties(space, atom.count - 1);
    case "max-properties":
      return minProperties(space, atom.count + 1);
    case "required":
      return eachProperty(space, space.oneOf([atom.name]), space.nothing);
    case "some-property":
      return eachProperty(space, atom.names, not(atom.value));
    case "each-property": {
      const name = singleName(atom.names);
      if (name === undefined) return someProperty(space, atom.names, not(atom.value));
      return space.and(required(space, name), eachProperty(space, atom.names, not(atom.value)));
    }
  }
}

export function holdsForObject(
  atom: ObjectAtom,
  value: JsonRecord,
  holds: (node: Node, value: unknown) => Truth,
): Truth {
  switch (atom.kind) {
    case "min-properties":
      return Object.keys(value).length >= atom.count;
    case "max-properties":
      return Object.keys(value).length <= atom.count;
    case "required":
      return Object.hasOwn(value, atom.name);
    case "each-property":
      return everyHolds(speakingOf(atom, value), (name) =>
        either(denied(holds(atom.names, name)), () => holds(atom.value, readMember(value, name))),
      );
    case "some-property":
      return denied(
        everyHolds(speakingOf(atom, value), (name) =>
          either(denied(holds(atom.names, name)), () => denied(holds(atom.value, readMember(value, name)))),
        ),
      );
  }
}

/** The names of a value that an atom may speak of. */
function speakingOf({ names }: Properties, value: JsonRecord): readonly string[] {
  if (names.kind !== "one-of") return Object.keys(value);
  return [...names.values.values()].filter(
    (name): name is string => typeof name === "string" && Object.hasOwn(value, name),
  );
}

function either(first: Truth, second: () => Truth): Truth {
  if (first === true) return true;
  const truth = second();
  return truth === true ? true : first === false ? truth : undefined;
}
