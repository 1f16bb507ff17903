import { childOf, memberOf, membersOf, recordAt } from "../../json/place.js";
import { isRecord } from "../../json/pointer.js";
import { isSameJson } from "../../json/value.js";
import { matchMediaType, normalizeMediaType } from "../../spec/media-type.js";
import type { Place, Sides } from "../document/document.js";
import type { Schemas } from "../schema/flatten.js";
import { compareTexts } from "./descriptions.js";
import type { Difference, Fact, Scope } from "./facts.js";
import type { MessagePart } from "./message.js";

/** What has the content: the request or the response, its name, and the part of a message that its schema describes. */
export type Owner = {
  readonly of: "request" | "response";
  readonly subject: string;
  readonly partOf: (mediaType: string) => MessagePart;
};

/** Compares two `content` objects: media types that are added and removed, and the schemas of those that stay. */
export function* compareContent(
  { base, head }: Sides<Place>,
  scope: Scope,
  owner: Owner,
): Generator<Difference> {
  const [old, now] = [base, head].map((place) => membersOf(memberOf(place, "content")));
  if (old === undefined || now === undefined) return;
  const matched = new Set<string>();
  for (const media of old) {
    const match = findMatch(media[0], now);
    if (match === undefined) {
      yield factOfType(media[0], { base: media[1], head: undefined }, scope, owner);
      continue;
    }
    matched.add(match[0]);
    yield* compareSpelling(media, match, scope, owner);
    yield* compareMedia({ base: media[1], head: match[1] }, scope, owner, match[0]);
  }
  for (const [type, place] of now)
    if (!matched.has(type)) yield factOfType(type, { base: undefined, head: place }, scope, owner);
}

type Media = readonly [type: string, place: Place];

function findMatch(type: string, among: ReadonlyMap<string, Place>): Media | undefined {
  const match = matchMediaType(type, [...among.keys()]);
  const place = match === undefined ? undefined : among.get(match);
  return match === undefined || place === undefined ? undefined : [match, place];
}

function* compareSpelling(
  [was, base]: Media,
  [now, head]: Media,
  scope: Scope,
  { of, subject }: Owner,
): Generator<Fact> {
  if (was === now) return;
  const isSpelling = normalizeMediaType(was) === normalizeMediaType(now);
  yield {
    ...scope,
    thing: `${of} media type`,
    change: isSpelling ? "respelled" : "covered",
    keyword: "content",
    subject: `media type \`${was}\` → \`${now}\` of the ${subject}`,
    base,
    head,
  };
}

function factOfType(
  type: string,
  places: Sides<Place | undefined>,
  scope: Scope,
  { of, subject }: Owner,
): Fact {
  const change = places.head === undefined ? "removed" : "added";
  return {
    ...scope,
    ...places,
    thing: `${of} media type`,
    change,
    keyword: "content",
    subject: `media type \`${type}\` of the ${subject}`,
    ...(change === "removed" && refuseType(type, scope, of)),
  };
}

/** A caller names one media type in either case; a range is none (RFC 9110 §8.3, §12.5.1). The API asks nobody. */
function refuseType(type: string, { direction }: Scope, of: Owner["of"]): Pick<Fact, "refused"> {
  if (type.includes("*") || (direction === "response" && of === "request")) return {};
  const headers = direction === "request" ? { "Content-Type": type } : { Accept: type };
  return { refused: { message: { kind: "request", headers }, issue: `media type ${type} is not described` } };
}

function* compareMedia(
  sides: Sides<Place>,
  scope: Scope,
  { subject, partOf }: Owner,
  mediaType: string,
): Generator<Difference> {
  yield* compareTexts(sides, scope.operation, subject);
  yield* compareEncoding(sides, scope, subject);
  const [base = [], head = []] = [sides.base, sides.head].map(schemasOf);
  yield { ...scope, thing: "schema", subject, part: partOf(mediaType), base, head };
}

/** OpenAPI 3.1 §4.8.15: how one property of a form is sent. Written at its default it changes nothing. */
function* compareEncoding({ base, head }: Sides<Place>, scope: Scope, subject: string): Generator<Fact> {
  const [old, written] = [base, head].map((place) => membersOf(memberOf(place, "encoding")));
  for (const name of new Set([...(old?.keys() ?? []), ...(written?.keys() ?? [])])) {
    const places = { base: old?.get(name), head: written?.get(name) };
    if (isSameJson(recordOf(places.base), recordOf(places.head))) continue;
    const [was, now] = [readEncoding(places.base), readEncoding(places.head)];
    yield {
      ...scope,
      ...places,
      thing: "encoding",
      change: isSameJson(was, now) ? "rewritten" : "changed",
      keyword: "encoding",
      subject: `property \`${name}\` of the ${subject}`,
      was,
      now,
    };
  }
}

function readEncoding(place: Place | undefined) {
  const { contentType, style = "form", explode, allowReserved = false } = recordOf(place);
  return { contentType, style, explode: explode ?? style === "form", allowReserved };
}

function recordOf(place: Place | undefined) {
  return place === undefined ? {} : recordAt(place);
}

export type DescribedSchema = {
  readonly mediaType: string | undefined;
  readonly schemas: Schemas;
  readonly place: Place | undefined;
};

/** The schema of a parameter or header, which may stand under a media type. */
export function readSchema(owner: Place): DescribedSchema {
  const [entry] = membersOf(memberOf(owner, "content"));
  if (entry === undefined)
    return { mediaType: undefined, schemas: schemasOf(owner), place: memberOf(owner, "schema") };
  return { mediaType: entry[0], schemas: schemasOf(entry[1]), place: childOf(owner, "content") };
}

/** The `schema` of an object; no schema accepts everything. */
function schemasOf(owner: Place): Schemas {
  return isRecord(owner.value) && "schema" in owner.value ? [childOf(owner, "schema")] : [];
}
