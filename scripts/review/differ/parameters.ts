import { memberOf, recordAt } from "../../json/place.js";
import { isSameJson } from "../../json/value.js";
import type { Operation } from "../document/operations.js";
import type { Place, Sides } from "../document/document.js";
import { constraintsOf } from "../schema/constraints.js";
import { readSchema } from "./content.js";
import { compareDeprecated, compareTexts } from "./descriptions.js";
import type { Difference, Fact, Scope } from "./facts.js";

/** OpenAPI 3.1 §4.8.12.1: such header parameters are ignored, because other fields describe them. */
const IGNORED = new Set(["header accept", "header content-type", "header authorization"]);

export function* compareParameters({ base, head }: Sides<Operation>, scope: Scope): Generator<Difference> {
  for (const key of new Set([...base.parameters.keys(), ...head.parameters.keys()])) {
    const sides = { base: base.parameters.get(key), head: head.parameters.get(key) };
    const place = sides.head ?? sides.base;
    if (place === undefined) continue;
    const subject = nameParameter(place);
    if (IGNORED.has(key)) yield* compareTexts(sides, scope.operation, subject);
    else yield* compareParameter(sides, scope, subject, isRequired(place));
  }
}

function* compareParameter(
  sides: Sides<Place | undefined>,
  scope: Scope,
  subject: string,
  required: boolean,
): Generator<Difference> {
  const { base, head } = sides;
  if (base !== undefined && head !== undefined) {
    yield* compareBoth({ base, head }, scope, subject);
    return;
  }
  const change = base === undefined ? "added" : "removed";
  const refused = change === "added" && required ? refuseAbsence(scope, subject) : {};
  const fact = { ...scope, ...sides, subject, keyword: "parameters", ...refused };
  yield { ...fact, thing: "parameter", change, required };
}

function refuseAbsence({ direction }: Scope, subject: string): Pick<Fact, "refused"> {
  if (direction === "response") return {};
  return { refused: { message: { kind: "request" }, issue: `${subject} is required` } };
}

function* compareBoth(sides: Sides<Place>, scope: Scope, subject: string): Generator<Difference> {
  yield* compareTexts(sides, scope.operation, subject);
  yield* compareDeprecated(sides, scope, { thing: "parameter", subject });
  const context = { ...scope, thing: "parameter", subject } as const;
  yield* compareRequired(sides, context);
  yield* compareSpelling(sides, context);
  yield* compareSerialization(sides, context);
  yield* compareFlags(sides, context);
  yield* compareContent(sides, context);
}

type Context = Scope & { readonly thing: "parameter"; readonly subject: string };

function membersAt({ base, head }: Sides<Place>, keyword: string): Sides<Place | undefined> {
  return { base: memberOf(base, keyword), head: memberOf(head, keyword) };
}

function valuesAt({ base, head }: Sides<Place>, keyword: string) {
  return { was: recordAt(base)[keyword], now: recordAt(head)[keyword] };
}

function* compareSpelling(sides: Sides<Place>, context: Context): Generator<Fact> {
  const values = valuesAt(sides, "name");
  if (values.was === values.now) return;
  yield { ...context, change: "respelled", keyword: "name", ...membersAt(sides, "name"), ...values };
}

function* compareRequired(sides: Sides<Place>, context: Context): Generator<Fact> {
  const [was, now] = [isRequired(sides.base), isRequired(sides.head)];
  if (was === now) return;
  const change = now ? "required" : "optional";
  const places = membersAt(sides, "required");
  const refused = now ? refuseAbsence(context, context.subject) : {};
  yield { ...context, change, keyword: "required", ...places, was, now, ...refused };
}

function* compareSerialization(sides: Sides<Place>, context: Context): Generator<Fact> {
  for (const keyword of ["style", "explode"]) {
    const written = valuesAt(sides, keyword);
    if (isSameJson(written.was, written.now)) continue;
    const [was, now] = [sides.base, sides.head].map((place) => readSerialization(place, sides));
    const change = was === now ? "rewritten" : "serialization";
    yield { ...context, change, keyword, ...membersAt(sides, keyword), was, now };
  }
}

/** How a parameter is written, with the defaults of OpenAPI 3.1 §4.8.12.2.1 and what does not show left out. */
function readSerialization(place: Place, sides: Sides<Place>): string {
  const { in: where, style, explode } = recordAt(place);
  const usual = where === "query" || where === "cookie" ? "form" : "simple";
  const chosen = typeof style === "string" ? style : usual;
  const isExploded = typeof explode === "boolean" ? explode : chosen === "form";
  if (isStructured(sides.base) || isStructured(sides.head)) return `${chosen}, explode: ${isExploded}`;
  // One value without parts is written alike in every style of a query.
  return usual === "form" ? "form" : chosen;
}

function isStructured(place: Place): boolean {
  const { types } = constraintsOf(readSchema(place).schemas, "request");
  return types.has("array") || types.has("object");
}

/** Switches that let more be written. */
function* compareFlags(sides: Sides<Place>, context: Context): Generator<Fact> {
  for (const keyword of ["allowReserved", "allowEmptyValue"]) {
    const values = valuesAt(sides, keyword);
    if (isSameJson(values.was, values.now)) continue;
    const [was, now] = [values.was ?? false, values.now ?? false];
    const change = was === now ? "rewritten" : now === true ? "wider" : "narrower";
    yield { ...context, change, keyword, ...membersAt(sides, keyword), ...values };
  }
}

function* compareContent({ base, head }: Sides<Place>, context: Context): Generator<Difference> {
  const [old, written] = [readSchema(base), readSchema(head)];
  const [was, now] = [old.mediaType, written.mediaType];
  const places = { base: old.place, head: written.place };
  if (was !== now) yield { ...context, change: "serialization", keyword: "content", ...places, was, now };
  const { in: where, name } = recordAt(head);
  yield {
    ...context,
    thing: "schema",
    part: { kind: "parameter", in: String(where), name: String(name) },
    base: old.schemas,
    head: written.schemas,
  };
}

function isRequired(place: Place): boolean {
  return recordAt(place)["required"] === true;
}

function nameParameter(place: Place): string {
  const { in: where, name } = recordAt(place);
  return `${String(where)} parameter \`${String(name)}\``;
}
