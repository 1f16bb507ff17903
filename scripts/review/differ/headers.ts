import { follow, memberOf, membersOf, recordAt } from "../../json/place.js";
import type { Place, Sides } from "../document/document.js";
import { readSchema } from "./content.js";
import { compareTexts } from "./descriptions.js";
import type { Difference, Fact, Scope } from "./facts.js";
import type { MessagePart } from "./message.js";

type Context = Scope & {
  readonly subject: string;
  readonly part: Extract<MessagePart, { kind: "header" }>;
};

/** Compares the headers of two responses; the content's own is described by the media types. */
export function* compareHeaders(
  status: string,
  { base, head }: Sides<Place>,
  scope: Scope,
): Generator<Difference> {
  const [old, now] = [base, head].map(readHeaders);
  for (const name of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])) {
    if (name === "content-type") continue;
    const subject = `header \`${name}\` of the ${status} response`;
    const context = { ...scope, subject, part: { kind: "header", status, name } } as const;
    yield* compareHeader({ base: old?.get(name), head: now?.get(name) }, context);
  }
}

/** By name in lower case (RFC 9110 §5.1). */
function readHeaders(response: Place): ReadonlyMap<string, Place> {
  const headers = [...membersOf(memberOf(response, "headers"))];
  return new Map(headers.map(([name, place]) => [name.toLowerCase(), place]));
}

function* compareHeader({ base, head }: Sides<Place | undefined>, context: Context): Generator<Difference> {
  const { part, ...rest } = context;
  const fact = { ...rest, thing: "header", keyword: "headers", base, head } as const;
  if (base === undefined || head === undefined) {
    const place = head ?? base;
    const required = place !== undefined && isRequired(follow(place));
    if (base === undefined) yield { ...fact, change: "added", required };
    else yield { ...fact, change: "removed", required, ...(required && refuseAbsence(context)) };
    return;
  }
  const sides = { base: follow(base), head: follow(head) };
  yield* compareTexts(sides, context.operation, context.subject);
  if (nameOf(base) !== nameOf(head)) yield { ...fact, change: "respelled" };
  yield* compareRequired(sides, context);
  const [old, now] = [readSchema(sides.base), readSchema(sides.head)];
  yield { ...rest, thing: "schema", part, base: old.schemas, head: now.schemas };
}

function* compareRequired({ base, head }: Sides<Place>, context: Context): Generator<Fact> {
  if (isRequired(base) === isRequired(head)) return;
  const { part: _, ...rest } = context;
  const keyword = "required";
  const places = { base: memberOf(base, keyword), head: memberOf(head, keyword) };
  const fact = { ...rest, ...places, thing: "header", keyword } as const;
  if (isRequired(head)) yield { ...fact, change: "required" };
  else yield { ...fact, change: "optional", ...refuseAbsence(context) };
}

function refuseAbsence({ direction, part: { name, status } }: Context): Pick<Fact, "refused"> {
  if (direction === "request") return {};
  const message = { kind: "response", status, headers: {} } as const;
  return { refused: { message, issue: `header ${name} is missing` } };
}

function isRequired(place: Place): boolean {
  return recordAt(place)["required"] === true;
}

function nameOf(place: Place): string {
  return place.pointer.slice(place.pointer.lastIndexOf("/") + 1);
}
