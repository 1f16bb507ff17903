import type { MediaType } from "../../spec/content.js";
import { matchMediaType, normalizeMediaType, readEssence } from "../../spec/media-type.js";
import { mapSides, placesOf, type Document, type Place, type Sides } from "../document/document.js";
import type { Schemas } from "../schema/flatten.js";
import { compareTexts } from "./descriptions.js";
import { compareEncoding } from "./encoding.js";
import type { Difference, Fact, Scope } from "./facts.js";
import type { MessagePart, TextForm } from "./message.js";

type Media = MediaType<Document>;

/** What has the content: the request or the response, its name, and the part of a message that its schema describes. */
export type Owner = {
  readonly message: "request" | "response";
  readonly subject: string;
  readonly partOf: (mediaType: string) => MessagePart;
};

/** A form has a text for each of its members, as an exploded object has in a query (OpenAPI 3.1 §4.8.15.1). */
const FORM: TextForm = { location: "form", style: "form", explode: true, allowReserved: false };

function isForm(mediaType: string): boolean {
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)$/.test(readEssence(mediaType));
}

/** Compares two `content` objects: media types that are added and removed, and the schemas of those that stay. */
export function* compareContent(
  { base, head }: Sides<{ readonly content: readonly Media[] }>,
  scope: Scope,
  owner: Owner,
): Generator<Difference> {
  const matched = new Set<Media>();
  for (const media of base.content) {
    const match = findMatch(media, head.content);
    if (match === undefined) {
      yield factOfType(media.mediaType, { base: media.place, head: undefined }, scope, owner);
      continue;
    }
    matched.add(match);
    yield* compareMedia({ base: media, head: match }, scope, owner);
  }
  for (const media of head.content)
    if (!matched.has(media))
      yield factOfType(media.mediaType, { base: undefined, head: media.place }, scope, owner);
}

function findMatch({ mediaType }: Media, among: readonly Media[]): Media | undefined {
  const types = among.map((media) => media.mediaType);
  const match = matchMediaType(mediaType, types);
  return match === undefined ? undefined : among[types.indexOf(match)];
}

function factOfType(
  type: string,
  places: Sides<Place | undefined>,
  scope: Scope,
  { message, subject }: Owner,
): Fact {
  const change = places.head === undefined ? "removed" : "added";
  return {
    ...scope,
    ...places,
    thing: `${message} media type`,
    change,
    keyword: "content",
    subject: `media type \`${type}\` of the ${subject}`,
    ...(change === "removed" && refuseType(type, scope, message)),
  };
}

/** A caller names one media type in either case; a range is none (RFC 9110 §8.3, §12.5.1). The API asks nobody. */
function refuseType(type: string, { direction }: Scope, kind: Owner["message"]): Pick<Fact, "refused"> {
  if (type.includes("*") || (direction === "response" && kind === "request")) return {};
  const headers = direction === "request" ? { "Content-Type": type } : { Accept: type };
  return { refused: { message: { kind: "request", headers }, issue: `media type ${type} is not described` } };
}

function* compareMedia(sides: Sides<Media>, scope: Scope, owner: Owner): Generator<Difference> {
  const { subject, partOf } = owner;
  yield* compareSpelling(sides, scope, owner);
  yield* compareTexts(placesOf(sides), scope.operation, subject);
  yield* compareEncoding(sides, scope, subject);
  yield {
    ...scope,
    thing: "schema",
    subject,
    part: partOf(sides.head.mediaType),
    ...(owner.message === "request" && isForm(sides.head.mediaType) && { text: FORM }),
    ...mapSides(sides, schemasOf),
  };
}

function* compareSpelling(sides: Sides<Media>, scope: Scope, { message, subject }: Owner): Generator<Fact> {
  const [was, now] = [sides.base.mediaType, sides.head.mediaType];
  if (was === now) return;
  const isSpelling = normalizeMediaType(was) === normalizeMediaType(now);
  yield {
    ...scope,
    ...placesOf(sides),
    thing: `${message} media type`,
    change: isSpelling ? "respelled" : "covered",
    keyword: "content",
    subject: `media type \`${was}\` → \`${now}\` of the ${subject}`,
  };
}

/** The one `schema` of an object; none accepts everything. */
export function schemasOf({ schema }: { readonly schema: Place | undefined }): Schemas {
  return schema === undefined ? [] : [schema];
}
