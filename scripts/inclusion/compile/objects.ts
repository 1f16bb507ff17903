import { isRecord } from "../../json/pointer.js";
import { eachProperty, maxProperties, minProperties, required } from "../atoms/object.js";
import { pattern } from "../atoms/string.js";
import type { Node } from "../node/node.js";
import { ANY, OBJECT, STRING } from "../node/types.js";
import { isCount, isNames, type Context, type KeywordRows } from "./keyword.js";
import { childSpot, childSpots, schemaOf } from "./spot.js";

/** Keywords of objects (JSON Schema Core §10.2.2.4 and §10.3.2, Validation §6.5). */
export const OBJECTS: KeywordRows = {
  required: { build: (value, { space }) => (isNames(value) ? requireAll(value, space) : undefined) },
  minProperties: { build: (value, { space }) => (isCount(value) ? minProperties(space, value) : undefined) },
  maxProperties: { build: (value, { space }) => (isCount(value) ? maxProperties(space, value) : undefined) },
  properties: { holds: "map", build: buildProperties },
  patternProperties: { holds: "map", build: buildPatternProperties },
  additionalProperties: { holds: "schema", build: buildAdditional },
  propertyNames: { holds: "schema", build: buildPropertyNames },
  dependentRequired: { build: buildDependentRequired },
  dependentSchemas: {
    holds: "map",
    build: (value, context) => buildDependents("dependentSchemas", value, context),
  },
  // Both of them in one, as older drafts have it.
  dependencies: { holds: "map", build: (value, context) => buildDependents("dependencies", value, context) },
};

function requireAll(names: readonly string[], space: Context["space"]): Node {
  return space.and(...names.map((name) => required(space, name)));
}

function buildProperties(value: unknown, { space, spot, compile }: Context): Node | undefined {
  if (!isRecord(value)) return undefined;
  const properties = childSpots(spot, "properties");
  return space.and(
    ...properties.map(([name, property]) => eachProperty(space, space.oneOf([name]), compile(property))),
  );
}

function buildPatternProperties(value: unknown, { space, spot, compile }: Context): Node | undefined {
  if (!isRecord(value)) return undefined;
  const properties = childSpots(spot, "patternProperties");
  return space.and(
    ...properties.map(([text, property]) => eachProperty(space, pattern(space, text), compile(property))),
  );
}

function buildAdditional(_: unknown, context: Context): Node {
  const { space, not, restrict, spot, compile } = context;
  const names = restrict(not(namesBeside(context)), STRING);
  return eachProperty(space, names, compile(childSpot(spot, "additionalProperties")));
}

/** The names that `properties` and `patternProperties` of the same schema speak of. */
export function namesBeside({ space, spot }: Pick<Context, "space" | "spot">): Node {
  const { properties, patternProperties } = schemaOf(spot);
  const names = isRecord(properties) ? Object.keys(properties) : [];
  const patterns = isRecord(patternProperties) ? Object.keys(patternProperties) : [];
  const matching = patterns.map((text) => space.and(space.types(STRING), pattern(space, text)));
  return space.or(space.oneOf(names), ...matching);
}

function buildPropertyNames(_: unknown, { space, not, restrict, spot, compile }: Context): Node {
  const wrong = restrict(not(compile(childSpot(spot, "propertyNames"))), STRING);
  return eachProperty(space, wrong, space.nothing);
}

function buildDependentRequired(value: unknown, context: Context): Node | undefined {
  if (!isRecord(value) || !Object.values(value).every(isNames)) return undefined;
  return buildDependents("dependentRequired", value, context);
}

/** What depends on a name is a list of names, or a schema. */
function buildDependents(keyword: string, value: unknown, context: Context): Node | undefined {
  if (!isRecord(value)) return undefined;
  const { space, spot, compile } = context;
  return space.and(
    ...childSpots(spot, keyword).map(([name, dependent]) => {
      const { value: schema } = dependent.place;
      return dependOn(context, name, isNames(schema) ? requireAll(schema, space) : compile(dependent));
    }),
  );
}

/** Only for an object that has the name. */
function dependOn({ space, not }: Context, name: string, node: Node): Node {
  return space.or(space.types(ANY ^ OBJECT), not(required(space, name)), node);
}
