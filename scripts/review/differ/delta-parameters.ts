import { isRecord } from "../../json/pointer.js";
import { childOf, memberOf, membersOf, placeAt, recordAt } from "../../json/place.js";
import type { Place } from "../document/document.js";
import { compareTexts, schemaNode, type Fact, type OperationPair, type Report } from "./facts.js";
import type { Direction } from "../../json/direction.js";
import type { Node } from "../schema/flatten.js";
import { isSameJson } from "../../json/value.js";
import type { Operation } from "../document/operations.js";
import { viewOf } from "../schema/view.js";

type Context = {
  readonly pair: OperationPair;
  readonly report: Report;
  /** Who sends the parameter. */
  readonly direction: Direction;
};

/** OpenAPI 3.1 §4.8.12.1: such header parameters are ignored, because other fields describe them. */
const IGNORED = new Set(["header accept", "header content-type", "header authorization"]);

export function compareParameters(before: Operation, after: Operation, context: Context): void {
  for (const key of new Set([...before.parameters.keys(), ...after.parameters.keys()])) {
    const was = before.parameters.get(key);
    const now = after.parameters.get(key);
    if (!IGNORED.has(key)) compareParameter(was, now, context);
    else if (was !== undefined && now !== undefined)
      compareTexts(was, now, textScope(now, context), context.report);
  }
}

function compareParameter(before: Place | undefined, after: Place | undefined, context: Context): void {
  if (before !== undefined && after !== undefined) return comparePair(before, after, context);
  const place = after ?? before;
  if (place === undefined) return undefined;
  const isRequired = recordAt(place)["required"] === true;
  const rule = ruleOfPresence(after !== undefined, isRequired, context.direction);
  const proof = rule === "required-parameter-added" ? proveAbsence(place) : undefined;
  reportFact(context, { rule, keyword: "parameters", before, after, ...(proof && { proof }) });
}

function ruleOfPresence(isNew: boolean, isRequired: boolean, direction: Direction): Fact["rule"] {
  if (direction === "request") {
    if (!isNew) return "parameter-removed";
    return isRequired ? "required-parameter-added" : "parameter-added";
  }
  return !isNew && isRequired ? "sent-parameter-dropped" : isNew ? "parameter-added" : "parameter-removed";
}

function proveAbsence(place: Place): NonNullable<Fact["proof"]> {
  return { message: { kind: "request" }, issue: `${nameParameter(place)} is required` };
}

function comparePair(before: Place, after: Place, context: Context): void {
  compareTexts(before, after, textScope(after, context), context.report);
  compareFlag(before, after, "deprecated", context);
  compareRequired(before, after, context);
  compareSpelling(before, after, context);
  compareSerialization(before, after, context);
  compareContentOf(before, after, context);
}

function compareSpelling(before: Place, after: Place, context: Context): void {
  const [was, now] = [recordAt(before)["name"], recordAt(after)["name"]];
  if (was === now) return;
  const places = { before: memberOf(before, "name"), after: memberOf(after, "name") };
  reportFact(context, { rule: "parameter-respelled", keyword: "name", ...places, was, now });
}

function compareRequired(before: Place, after: Place, context: Context): void {
  const [was, now] = [recordAt(before)["required"] === true, recordAt(after)["required"] === true];
  const places = { before: memberOf(before, "required"), after: memberOf(after, "required") };
  if (was === now) return;
  const isBreak = context.direction === "request" ? now : was;
  const rule = isBreak
    ? now
      ? "parameter-required"
      : "sent-parameter-dropped"
    : now
      ? "parameter-added"
      : "parameter-optional";
  const proof = rule === "parameter-required" ? proveAbsence(after) : undefined;
  reportFact(context, { rule, keyword: "required", ...places, was, now, ...(proof && { proof }) });
}

/** `deprecated` of a parameter or an operation. */
export function compareFlag(before: Place, after: Place, keyword: "deprecated", context: Context): void {
  const [was, now] = [recordAt(before)[keyword] === true, recordAt(after)[keyword] === true];
  const rule = was === now ? "rewritten" : now ? "deprecated" : "undeprecated";
  if (was === now && isSameJson(recordAt(before)[keyword], recordAt(after)[keyword])) return;
  reportFact(context, {
    rule,
    keyword,
    before: memberOf(before, keyword),
    after: memberOf(after, keyword),
    was,
    now,
  });
}

const FLAGS = ["allowReserved", "allowEmptyValue"] as const;

function compareSerialization(before: Place, after: Place, context: Context): void {
  for (const keyword of ["style", "explode"] as const) {
    if (isSameJson(recordAt(before)[keyword], recordAt(after)[keyword])) continue;
    const [was, now] = [readSerialization(before, before, after), readSerialization(after, before, after)];
    const places = { before: memberOf(before, keyword), after: memberOf(after, keyword) };
    reportFact(context, {
      rule: was === now ? "rewritten" : "parameter-serialization",
      keyword,
      ...places,
      was,
      now,
    });
  }
  for (const keyword of FLAGS) {
    const [was, now] = [recordAt(before)[keyword], recordAt(after)[keyword]];
    if (isSameJson(was, now)) continue;
    const places = { before: memberOf(before, keyword), after: memberOf(after, keyword) };
    const isSame = (was ?? false) === (now ?? false);
    const isTaken = context.direction === "request" ? now === true : was === true;
    reportFact(context, {
      rule: isSame ? "rewritten" : isTaken ? "parameter-looser" : "parameter-stricter",
      keyword,
      ...places,
      was,
      now,
    });
  }
}

/** How a parameter is written, with the defaults of OpenAPI 3.1 §4.8.12.2.1 and what does not show left out. */
function readSerialization(place: Place, before: Place, after: Place): string {
  const { in: where, style, explode } = recordAt(place);
  const usual = where === "query" || where === "cookie" ? "form" : "simple";
  const chosen = typeof style === "string" ? style : usual;
  const isExploded = typeof explode === "boolean" ? explode : chosen === "form";
  if (isStructured(before, after)) return `${chosen}, explode: ${isExploded}`;
  // One value without parts is written alike in every style of a query.
  return usual === "form" ? "form" : chosen;
}

function isStructured(...places: readonly Place[]): boolean {
  return places.some((place) => {
    const { types } = viewOf(schemaNode(place), "request");
    return types.has("array") || types.has("object");
  });
}

function compareContentOf(before: Place, after: Place, context: Context): void {
  const [was, now] = [readContent(before), readContent(after)];
  if (was.mediaType !== now.mediaType) {
    const places = { before: was.place, after: now.place };
    reportFact(context, {
      rule: "parameter-serialization",
      keyword: "content",
      ...places,
      was: was.mediaType,
      now: now.mediaType,
    });
  }
  const { in: where, name } = recordAt(after);
  context.report.use({
    pair: context.pair,
    slot: { kind: "parameter", in: String(where), name: String(name) },
    subject: nameParameter(after),
    direction: context.direction,
    before: was.node,
    after: now.node,
  });
}

type Content = {
  readonly mediaType: string | undefined;
  readonly node: Node;
  readonly place: Place | undefined;
};

/** The schema of a parameter or header, which may stand under a media type. */
export function readContent(owner: Place): Content {
  const [entry] = membersOf(memberOf(owner, "content"));
  if (entry === undefined)
    return { mediaType: undefined, node: schemaNode(owner), place: memberOf(owner, "schema") };
  return { mediaType: entry[0], node: schemaNode(entry[1]), place: childOf(owner, "content") };
}

function nameParameter(place: Place): string {
  const { in: where, name } = recordAt(place);
  return `${String(where)} parameter \`${String(name)}\``;
}

function textScope(place: Place, { pair }: Context) {
  return {
    pair,
    subject: isRecord(recordAt(place)) && "in" in recordAt(place) ? nameParameter(place) : "operation",
  };
}

type Found = Omit<Fact, "pair" | "direction" | "subject">;

function reportFact({ pair, report, direction }: Context, found: Found): void {
  const place = found.after ?? found.before;
  const subject = place === undefined ? "parameter" : subjectAt(place);
  report.fact({ ...found, pair, direction, subject });
}

/** The parameter that a place belongs to: itself, or the object around its keyword. */
function subjectAt(place: Place): string {
  const owner =
    "in" in recordAt(place)
      ? place
      : placeAt(place.document, place.pointer.slice(0, place.pointer.lastIndexOf("/")));
  return "in" in recordAt(owner) ? nameParameter(owner) : "operation";
}
