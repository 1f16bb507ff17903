import { follow, itemsOf, memberOf, recordAt, type Place } from "../json/place.js";
import type { MediaType } from "./content.js";
import { readText } from "./fields.js";
import { isJson, readEssence } from "./media-type.js";

/** What a body is to whoever writes or reads it. */
export type BodyKind = "json" | "form" | "multipart" | "text" | "bytes" | "any";

/** Media types of application/* that are text; those with the suffix +xml or +yaml are too (RFC 7303, RFC 9512). */
const TEXTS =
  /^text\/|\+(?:xml|yaml)$|^application\/(?:xml.*|(?:x-)?(?:yaml|ndjson|jsonlines|javascript|ecmascript|toml|csv|pem-file)|jsonl|json-seq|jwt|jose|graphql|sql|sparql-(?:query|update)|xhtml|x-www-form-urlencoded)$/;

/** Media types that are bytes even where the schema says no more than "a string". */
const BINARIES = /^(?:image|audio|video|font|model)\/|^application\/(?:octet-stream|pdf|zip|gzip)$/;

/** The media type says it, and for one that is not known the schema. */
export function readBodyKind({ mediaType, schema }: Pick<MediaType, "mediaType" | "schema">): BodyKind {
  const essence = readEssence(mediaType);
  if (isJson(essence)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence.startsWith("multipart/")) return "multipart";
  if (TEXTS.test(essence) || essence === "text/*") return "text";
  if (isBinary(schema)) return "bytes";
  if (/^(?:\*|application)\/\*$/.test(essence)) return "any";
  if (isEncoded(schema)) return "text";
  return isText(schema) && !BINARIES.test(essence) ? "text" : "bytes";
}

/** A string of bytes: OpenAPI 3.0 §4.7.14.2, 3.1 §4.8.14.3. */
export function isBinary(schema: Place | undefined): boolean {
  const { format, contentMediaType, contentEncoding } = recordAt(schema && follow(schema));
  if (contentEncoding !== undefined && contentEncoding !== "binary") return false;
  return contentMediaType !== undefined || (isText(schema) && format === "binary");
}

/** Bytes that travel as letters. */
function isEncoded(schema: Place | undefined): boolean {
  const { format, contentEncoding } = recordAt(schema && follow(schema));
  return format === "byte" || typeof contentEncoding === "string";
}

function isText(schema: Place | undefined): boolean {
  return readTypes(schema).has("string");
}

/** Whether a schema describes what a text stands for, as XML does for an object, and not the text itself. */
export function isStructured(schema: Place | undefined): boolean {
  const types = readTypes(schema);
  const { properties, items, allOf, anyOf, oneOf } = recordAt(schema && follow(schema));
  if (types.size > 0) return !["string", "number", "integer", "boolean"].some((type) => types.has(type));
  return [properties, items, allOf, anyOf, oneOf].some((keyword) => keyword !== undefined);
}

/** Whether a schema takes numbers or booleans and no strings. */
export function isPlainValue(schema: Place | undefined): boolean {
  const types = readTypes(schema);
  return types.size > 0 && !types.has("string") && !isStructured(schema);
}

function readTypes(schema: Place | undefined): ReadonlySet<string> {
  const place = schema && follow(schema);
  const type = readText(place, "type");
  const types = place && memberOf(place, "type");
  return new Set(type === undefined ? itemsOf(types).map(({ value }) => String(value)) : [type]);
}
