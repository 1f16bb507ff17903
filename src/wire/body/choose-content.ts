import type { BodyEntry } from "./body.js";
import { isBytes, classOf } from "../bytes.js";
import { findBest, isJson, isRange } from "../media-range.js";
import type { Validate } from "../parameter/parameter.js";

/** JSON is its validator; any other has something that writes it. */
type Media = Validate | undefined | BodyEntry;
type Content<M extends Media> = Readonly<Record<string, M>>;

/**
 * The media type that a body is sent as: the caller's, or else what the body itself says, or else JSON, or else the
 * document's first. Where there is none, what to do about it.
 */
export function chooseContent<M extends Media>(
  content: Content<M>,
  body: unknown,
  contentType: string | undefined,
): readonly [mediaType: string, media: M | Validate | undefined] | string {
  const ranges = Object.keys(content);
  if (contentType !== undefined) {
    const range = isRange(contentType) ? undefined : findBest(ranges, contentType);
    if (range === undefined) return `contentType must be one of: ${ranges.join(", ")}`;
    return [contentType, isJson(contentType) ? validatorOf(content[range]) : content[range]];
  }
  const range = findRange(content, body);
  if (!isRange(range)) return [range, content[range]];
  // A range of JSON, such as `application/*+json`, has no better name.
  const isOfJson = typeof content[range] !== "object";
  const mediaType = isOfJson
    ? "application/json"
    : [...listTypes(body)].find((type) => isCovering(range, type));
  if (mediaType === undefined)
    return `the body is ${range}, which is not the name of one: give a Blob with its type, or its name as contentType`;
  return [mediaType, isJson(mediaType) ? validatorOf(content[range]) : content[range]];
}

function findRange(content: Content<Media>, body: unknown): string {
  const ranges = Object.keys(content);
  const first = ranges[0] ?? "";
  const json = ranges.find((range) => typeof content[range] !== "object");
  const form = ranges.find((range) => /^multipart\/|urlencoded/i.test(range));
  switch (classOf(body)) {
    case "FormData":
      return ranges.find((range) => /^multipart\//i.test(range)) ?? first;
    case "URLSearchParams":
      return ranges.find((range) => /urlencoded/i.test(range)) ?? first;
    case "Object":
      return json ?? form ?? ranges.find((range) => isCovering(range, "application/json")) ?? first;
  }
  if (!isBytes(body)) return json ?? ranges.find((range) => range !== form) ?? first;
  const own = body instanceof Blob && body.type ? findBest(ranges, body.type) : undefined;
  return own ?? ranges.find((range) => range !== json && range !== form) ?? first;
}

function isCovering(range: string, mediaType: string): boolean {
  return findBest([range], mediaType) !== undefined;
}

/** What a body may be called. */
function* listTypes(body: unknown): Generator<string> {
  if (isBytes(body)) {
    if ("type" in body && body.type) yield String(body.type);
    yield "application/octet-stream";
    return;
  }
  yield "application/json";
  if (typeof body === "string") yield "text/plain";
}

function validatorOf(media: Media): Validate | undefined {
  return typeof media === "object" ? media.validate : media;
}
