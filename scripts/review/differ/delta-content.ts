import { memberOf, membersOf, recordAt } from "../../json/place.js";
import type { Place } from "../document/document.js";
import { compareTexts, schemaNode, type Fact, type OperationPair, type Report, type Slot } from "./facts.js";
import type { Direction } from "../../json/direction.js";
import { isSameJson } from "../../json/value.js";
import { matchMediaType, normalizeMediaType } from "../../spec/media-type.js";

export type ContentContext = {
  readonly pair: OperationPair;
  readonly report: Report;
  /** Who sends the content. */
  readonly direction: Direction;
  /** Whether the receiver says which media types it takes; nobody asks the receiver of a webhook. */
  readonly isNegotiated: boolean;
  readonly subject: string;
  readonly slot: (mediaType: string) => Slot;
};

/** Compares two `content` objects: media types that come and go, and the schemas of those that stay. */
export function compareContent(before: Place, after: Place, context: ContentContext): void {
  const old = membersOf(memberOf(before, "content"));
  const now = membersOf(memberOf(after, "content"));
  const taken = new Set<string>();
  for (const [type, place] of old) {
    const match = findMatch(type, now);
    if (match === undefined) {
      reportType(
        context,
        type,
        context.direction === "response" && !context.isNegotiated
          ? "media-type-unsent"
          : "media-type-removed",
        place,
        undefined,
      );
      continue;
    }
    taken.add(match[0]);
    reportMatch(context, [type, place], match);
    compareMedia(place, match[1], { ...context, slot: () => context.slot(match[0]) });
  }
  for (const [type, place] of now) {
    if (!taken.has(type))
      reportType(
        context,
        type,
        context.isNegotiated || context.direction === "request" ? "media-type-added" : "media-type-sent",
        undefined,
        place,
      );
  }
}

type Media = readonly [string, Place];

function findMatch(type: string, among: ReadonlyMap<string, Place>): Media | undefined {
  const match = matchMediaType(type, [...among.keys()]);
  const place = match === undefined ? undefined : among.get(match);
  return match === undefined || place === undefined ? undefined : [match, place];
}

function reportMatch(context: ContentContext, [was, before]: Media, [now, after]: Media): void {
  if (was === now) return;
  const isSpelling = normalizeMediaType(was) === normalizeMediaType(now);
  reportType(
    context,
    `${was}\` → \`${now}`,
    isSpelling ? "media-type-respelled" : "media-type-covered",
    before,
    after,
  );
}

function reportType(
  context: ContentContext,
  type: string,
  rule: Fact["rule"],
  before: Place | undefined,
  after: Place | undefined,
): void {
  const { pair, report, direction, subject } = context;
  const proof = rule === "media-type-removed" ? proveRemoval(type, direction) : undefined;
  report.fact({
    rule,
    keyword: "content",
    pair,
    direction,
    before,
    after,
    subject: `media type \`${type}\` of the ${subject}`,
    ...(proof && { proof }),
  });
}

/** A caller names one media type in either case; a range is none (RFC 9110 §8.3, §12.5.1). */
function proveRemoval(type: string, direction: Direction): Fact["proof"] {
  if (type.includes("*")) return undefined;
  const headers = direction === "request" ? { "Content-Type": type } : { Accept: type };
  return { message: { kind: "request", headers }, issue: `media type ${type} is not described` };
}

function compareMedia(before: Place, after: Place, context: ContentContext): void {
  const { pair, report, direction, subject } = context;
  compareTexts(before, after, { pair, subject }, report);
  compareEncoding(before, after, context);
  report.use({
    pair,
    direction,
    subject,
    slot: context.slot(""),
    before: schemaNode(before),
    after: schemaNode(after),
  });
}

/** OpenAPI 3.1 §4.8.15: how one property of a form is sent. Written at its default it changes nothing. */
function compareEncoding(
  before: Place,
  after: Place,
  { pair, report, direction, subject }: ContentContext,
): void {
  const old = membersOf(memberOf(before, "encoding"));
  const now = membersOf(memberOf(after, "encoding"));
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const places = { before: old.get(name), after: now.get(name) };
    const [was, is] = [readEncoding(places.before), readEncoding(places.after)];
    if (isSameJson(recordOf(places.before), recordOf(places.after))) continue;
    const rule = isSameJson(was, is) ? "rewritten" : "body-encoding";
    report.fact({
      rule,
      keyword: "encoding",
      pair,
      direction,
      ...places,
      subject: `property \`${name}\` of the ${subject}`,
      was,
      now: is,
    });
  }
}

function readEncoding(place: Place | undefined) {
  const { contentType, style = "form", explode, allowReserved = false } = recordOf(place);
  return { contentType, style, explode: explode ?? style === "form", allowReserved };
}

function recordOf(place: Place | undefined) {
  return place === undefined ? {} : recordAt(place);
}
