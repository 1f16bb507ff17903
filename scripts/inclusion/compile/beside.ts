import { required } from "../atoms/object.js";
import type { Node } from "../node/node.js";
import { OBJECT } from "../node/types.js";
import type { Context } from "./keyword.js";
import { childSpot, childSpots, schemaOf, spotKey, targetSpot, type Spot } from "./spot.js";

/** A schema whose annotations count beside another one, and when they do. */
export type Beside = { readonly spot: Spot; readonly when: Node };

/**
 * All schemas whose keywords evaluate items or properties of the same value (JSON Schema Core §11.1): the schema itself and
 * what it applies in place. Annotations of a failed branch are dropped (§7.7.1.2), so a branch counts when it holds.
 */
export function* listBeside(
  context: Context,
  spot: Spot,
  when: Node,
  path: readonly string[],
): Iterable<Beside> {
  const key = spotKey(spot);
  if (path.includes(key)) return;
  yield { spot, when };
  for (const next of inPlace(context, spot))
    yield* listBeside(context, next.spot, context.space.and(when, next.when), [...path, key]);
}

function* inPlace(context: Context, spot: Spot): Iterable<Beside> {
  const { space, compile, not } = context;
  const always = space.everything;
  const schema = schemaOf(spot);
  for (const keyword of ["$ref", "$dynamicRef"] as const) {
    const reference = schema[keyword];
    const target = typeof reference === "string" ? targetSpot(spot, keyword, reference) : undefined;
    if (target !== undefined) yield { spot: target, when: always };
  }
  for (const [, part] of childSpots(spot, "allOf")) yield { spot: part, when: always };
  for (const keyword of ["anyOf", "oneOf"])
    for (const [, branch] of childSpots(spot, keyword)) yield { spot: branch, when: compile(branch) };
  for (const keyword of ["dependentSchemas", "dependencies"])
    for (const [name, dependent] of childSpots(spot, keyword))
      yield { spot: dependent, when: space.and(space.types(OBJECT), required(space, name)) };
  if (!Object.hasOwn(schema, "if")) return;
  const condition = childSpot(spot, "if");
  const holds = compile(condition);
  yield { spot: condition, when: holds };
  yield { spot: childSpot(spot, "then"), when: holds };
  yield { spot: childSpot(spot, "else"), when: not(holds) };
}
