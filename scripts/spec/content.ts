import { follow, memberOf, membersOf, type JsonDocument, type Place } from "../json/place.js";
import { readFlag, readText } from "./fields.js";
import type { Operation } from "./operations.js";
import { readStyle, type Style } from "./style.js";

/** Media Type Object (OpenAPI 3.1 §4.8.14). References to it have been followed, those of its schema have not. */
export type MediaType<D extends JsonDocument = JsonDocument> = {
  /** As it is written: `normalizeMediaType` is for comparing. */
  readonly mediaType: string;
  readonly place: Place<D>;
  readonly schema: Place<D> | undefined;
  /** Encoding Objects, by property of a form. */
  readonly encoding: ReadonlyMap<string, Place<D>>;
};

/** The field `content`, in the document's order; empty when there is none. */
export function readContent<D extends JsonDocument>(owner: Place<D>): readonly MediaType<D>[] {
  const content = memberOf(owner, "content");
  return [...membersOf(content && follow(content))].map(([mediaType, written]) => {
    const place = follow(written);
    return {
      mediaType,
      place,
      schema: memberOf(place, "schema"),
      encoding: membersOf(memberOf(place, "encoding")),
    };
  });
}

/** Encoding Object (§4.8.15): how one property of a form is sent. */
export type Encoding = Style & {
  /** The schema of the property says it where it is undefined. */
  readonly contentType: string | undefined;
};

/** With its defaults, which count without an Encoding Object too. */
export function readEncoding(place: Place | undefined): Encoding {
  return { contentType: readText(place, "contentType"), ...readStyle(place, "query") };
}

/** Request Body Object (§4.8.13). */
export type RequestBody<D extends JsonDocument = JsonDocument> = {
  readonly place: Place<D>;
  readonly required: boolean;
  readonly content: readonly MediaType<D>[];
};

/** What an operation takes as a body, if any. */
export function readRequestBody<D extends JsonDocument>({ place }: Operation<D>): RequestBody<D> | undefined {
  const written = memberOf(place, "requestBody");
  if (written === undefined) return undefined;
  const body = follow(written);
  return { place: body, required: readFlag(body, "required") ?? false, content: readContent(body) };
}
