import { recordAt } from "../../json/place.js";
import { isSameJson } from "../../json/value.js";
import { isIgnoredHeader, type Parameter as Described } from "../../spec/parameters.js";
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
import { schemasOf } from "./content.js";
import { compareDeprecated, compareTexts } from "./descriptions.js";
import type { Difference, Fact, Scope } from "./facts.js";
import { comparePresence } from "./presence.js";
import { compareSerialization, describeText } from "./serialization.js";

type Parameter = Described<Document>;

export function* compareParameters(operation: Sides<Operation>, scope: Scope): Generator<Difference> {
  for (const [, sides] of matchKeys(mapSides(operation, ({ parameters }) => parameters))) {
    const parameter = sides.head ?? sides.base;
    if (parameter === undefined) continue;
    const subject = `${parameter.in} parameter \`${parameter.name}\``;
    yield* compareTexts(placesOf(sides), scope.operation, subject);
    if (!isIgnoredHeader(parameter.in, parameter.name))
      yield* compareParameter(sides, { ...scope, thing: "parameter", subject });
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
  yield* compareSerialization(sides, sides.head.in, context);
  yield* compareFlags(placesOf(sides), context);
  yield* compareValues(sides, context);
}

function* compareSpelling(sides: Sides<Parameter>, context: Context): Generator<Fact> {
  const [was, now] = [sides.base.name, sides.head.name];
  if (was === now) return;
  const places = membersAt(placesOf(sides), "name");
  yield { ...context, change: "respelled", keyword: "name", ...places, was, now };
}

/** Switches that let more be written. */
function* compareFlags(places: Sides<Place>, context: Context): Generator<Fact> {
  for (const keyword of ["allowReserved", "allowEmptyValue"]) {
    const values = { was: recordAt(places.base)[keyword], now: recordAt(places.head)[keyword] };
    if (isSameJson(values.was, values.now)) continue;
    const [was, now] = [values.was ?? false, values.now ?? false];
    const change = was === now ? "rewritten" : now === true ? "wider" : "narrower";
    yield { ...context, change, keyword, ...membersAt(places, keyword), ...values };
  }
}

function* compareValues(sides: Sides<Parameter>, context: Context): Generator<Difference> {
  const part = { kind: "parameter", in: sides.head.in, name: sides.head.name } as const;
  const text = describeText(context.direction === "request" ? sides.base : sides.head, sides.head.in);
  yield { ...context, thing: "schema", part, text, ...mapSides(sides, schemasOf) };
}
