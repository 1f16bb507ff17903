import type { Place } from "../document/document.js";
import type { Direction } from "../../json/direction.js";
import { partsOf, propertyNode, type Schemas, type Part } from "./flatten.js";
import { canonicalText, type JsonType } from "../../json/value.js";
import { constraintsOf, constraintsOfParts, type Constraints } from "./constraints.js";

/** More alternatives than this are compared as they are written. */
const MOST_ALTERNATIVES = 64;
/** Alternatives of alternatives, which never end where a schema lists one that holds the schema itself. */
const MOST_OPENED = 80;

/** Whether no value fits both nodes, as far as types, listed values, tags and required names show. */
export function areDisjoint(a: Schemas, b: Schemas, direction: Direction): boolean {
  const first = constraintsOf(a, direction);
  const second = constraintsOf(b, direction);
  const shared = [...first.types].filter((type) => overlaps(type, second.types));
  if (shared.length === 0) return true;
  if (haveNoSharedValue(first, second)) return true;
  if (!shared.every((type) => type === "object")) return false;
  return [
    haveDisjointTags(first, second, direction),
    asksForRefused(first, second, direction),
    asksForRefused(second, first, direction),
  ].includes(true);
}

/** Whether one asks for a name that the other takes no value of. */
function asksForRefused(asking: Constraints, refusing: Constraints, direction: Direction): boolean {
  return [...asking.required.keys()].some(
    (name) => constraintsOf(propertyNode(refusing.parts, name), direction).values?.length === 0,
  );
}

/** Whether a value of a type may be one of these types. */
export function overlaps(type: JsonType, types: ReadonlySet<JsonType>): boolean {
  if (type === "integer") return types.has("integer") || types.has("number");
  return types.has(type) || (type === "number" && types.has("integer"));
}

function haveNoSharedValue(a: Constraints, b: Constraints): boolean {
  if (a.values === undefined || b.values === undefined) return false;
  const texts = new Set(b.values.map(canonicalText));
  return !a.values.some((value) => texts.has(canonicalText(value)));
}

function haveDisjointTags(a: Constraints, b: Constraints, direction: Direction): boolean {
  const tags = [...a.required.keys()].filter((name) => b.required.has(name));
  return tags.some((name) =>
    haveNoSharedValue(
      constraintsOf(propertyNode(a.parts, name), direction),
      constraintsOf(propertyNode(b.parts, name), direction),
    ),
  );
}

/**
 * The alternatives of a node: one of each `anyOf`, and of each `oneOf` whose branches exclude each other.
 * Undefined when there are too many.
 */
export function readAlternatives(node: Schemas, direction: Direction, strict = true): Part[][] | undefined {
  let alternatives: Part[][] = [partsOf(node)];
  let left = MOST_OPENED;
  for (let round = 0; round < alternatives.length;) {
    const current = alternatives[round] ?? [];
    const group = current.find((part) => openGroup(part, direction, strict) !== undefined);
    const opened = group === undefined ? undefined : openGroup(group, direction, strict);
    if (group === undefined || opened === undefined) {
      round += 1;
      continue;
    }
    left -= 1;
    if (left < 0) return undefined;
    const { [opened.keyword]: _, ...schema } = group.schema;
    const others = current.filter((part) => part !== group);
    const next = opened.branches.map((branch) => [...others, { ...group, schema }, ...partsOf([branch])]);
    alternatives = [...alternatives.slice(0, round), ...next, ...alternatives.slice(round + 1)];
    if (alternatives.length > MOST_ALTERNATIVES) return undefined;
  }
  return alternatives;
}

function openGroup(part: Part, direction: Direction, strict: boolean) {
  // What stands beside an unevaluated keyword sees which branch held, so the branches cannot be taken apart.
  if (strict && ("unevaluatedProperties" in part.schema || "unevaluatedItems" in part.schema))
    return undefined;
  return constraintsOfParts([part], direction).groups.find(
    ({ keyword, branches }) => !strict || keyword === "anyOf" || areAllDisjoint(branches, direction),
  );
}

function areAllDisjoint(branches: readonly Place[], direction: Direction): boolean {
  return branches.every((branch, index) =>
    branches.slice(index + 1).every((other) => areDisjoint([branch], [other], direction)),
  );
}
