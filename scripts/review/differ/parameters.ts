import { memberOf, recordAt } from "../../json/place.js";
import { isSameJson } from "../../json/value.js";
import type { Parameter as Described, Serialization } from "../../spec/parameters.js";
import {
  hasBoth,
  mapSides,
  matchKeys,
  membersAt,
  placesOf,
  type Document,
  type Place,
  type Sides,
} from "../document/document.js";
import type { Operation } from "../document/operations.js";
import { constraintsOf } from "../schema/constraints.js";
import { schemasOf } from "./content.js";
import { compareDeprecated, compareTexts } from "./descriptions.js";
import type { Difference, Fact, Scope } from "./facts.js";
import type { TextForm } from "./message.js";
import { comparePresence } from "./presence.js";

type Parameter = Described<Document>;

/** OpenAPI 3.1 §4.8.12.1: such header parameters are ignored, because other fields describe them. */
const IGNORED = new Set(["header accept", "header content-type", "header authorization"]);

export function* compareParameters(operation: Sides<Operation>, scope: Scope): Generator<Difference> {
  for (const [key, sides] of matchKeys(mapSides(operation, ({ parameters }) => parameters))) {
    const parameter = sides.head ?? sides.base;
    if (parameter === undefined) continue;
    const subject = `${parameter.in} parameter \`${parameter.name}\``;
    yield* compareTexts(placesOf(sides), scope.operation, subject);
    if (!IGNORED.has(key)) yield* compareParameter(sides, { ...scope, thing: "parameter", subject });
  }
}

type Context = Scope & { readonly thing: "parameter"; readonly subject: string };

function* compareParameter(sides: Sides<Parameter | undefined>, context: Context): Generator<Difference> {
  const { direction, subject } = context;
  if (hasBoth(sides)) yield* compareDeprecated(placesOf(sides), context, context);
  // The API sends what it likes.
  const refused = { message: { kind: "request" }, issue: `${subject} is required` } as const;
  const listed = { ...context, keyword: "parameters" };
  yield* comparePresence(sides, listed, direction === "request" ? refused : undefined);
  if (!hasBoth(sides)) return;
  yield* compareSpelling(sides, context);
  yield* compareSerialization(sides, context);
  yield* compareFlags(placesOf(sides), context);
  yield* compareValues(sides, context);
}

function* compareSpelling(sides: Sides<Parameter>, context: Context): Generator<Fact> {
  const [was, now] = [sides.base.name, sides.head.name];
  if (was === now) return;
  const places = membersAt(placesOf(sides), "name");
  yield { ...context, change: "respelled", keyword: "name", ...places, was, now };
}

function* compareSerialization(sides: Sides<Parameter>, context: Context): Generator<Fact> {
  const places = placesOf(sides);
  // What is written alike in every style on one side says by its schema what the other's texts are.
  const isStructured = hasParts(sides.base) && hasParts(sides.head);
  const { base: was, head: now } = mapSides(sides, (parameter) => describeStyle(parameter, isStructured));
  for (const keyword of ["style", "explode"]) {
    const written = valuesAt(places, keyword);
    if (isSameJson(written.was, written.now)) continue;
    const change = was === now ? "rewritten" : "serialization";
    yield { ...context, change, keyword, ...membersAt(places, keyword), was, now };
  }
}

/** How a parameter is written, without what does not show. */
function describeStyle({ in: location, style, explode }: Parameter, isStructured: boolean): string {
  if (isStructured) return `${style}, explode: ${explode}`;
  // One value without parts is written alike in every style of a query.
  return location === "query" || location === "cookie" ? "form" : style;
}

function hasParts(parameter: Parameter): boolean {
  const { types } = constraintsOf(schemasOf(parameter), "request");
  return types.has("array") || types.has("object");
}

/** Switches that let more be written. */
function* compareFlags(places: Sides<Place>, context: Context): Generator<Fact> {
  for (const keyword of ["allowReserved", "allowEmptyValue"]) {
    const values = valuesAt(places, keyword);
    if (isSameJson(values.was, values.now)) continue;
    const [was, now] = [values.was ?? false, values.now ?? false];
    const change = was === now ? "rewritten" : now === true ? "wider" : "narrower";
    yield { ...context, change, keyword, ...membersAt(places, keyword), ...values };
  }
}

function valuesAt({ base, head }: Sides<Place>, keyword: string) {
  return { was: recordAt(base)[keyword], now: recordAt(head)[keyword] };
}

function* compareValues(sides: Sides<Parameter>, context: Context): Generator<Difference> {
  const { base: was, head: now } = mapSides(sides, ({ content }) => content?.mediaType);
  const places = mapSides(sides, ({ place, content }) => memberOf(place, content ? "content" : "schema"));
  if (was !== now) yield { ...context, change: "serialization", keyword: "content", ...places, was, now };
  const part = { kind: "parameter", in: sides.head.in, name: sides.head.name } as const;
  const text = describeText(context.direction === "request" ? sides.base : sides.head, sides.head.in);
  yield { ...context, thing: "schema", part, text, ...mapSides(sides, schemasOf) };
}

/** How a value is written as text; undefined where it is written as another media type. */
export function describeText(
  { style, explode, allowReserved, content }: Serialization<Document>,
  location: string,
): TextForm | undefined {
  const isText = content === undefined || content.mediaType.startsWith("text/");
  return isText ? { location, style, explode, allowReserved } : undefined;
}
