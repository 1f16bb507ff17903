import type { Direction } from "../../json/direction.js";
import { follow, memberOf, membersOf, recordAt, type Place } from "../../json/place.js";
import { isBinary, isPlainValue, isStructured, readBodyKind, type BodyKind } from "../../spec/body-kind.js";
import { readEncoding, type MediaType } from "../../spec/content.js";
import { readFlag } from "../../spec/fields.js";
import { readEssence } from "../../spec/media-type.js";
import type { EncodingEntry, MediaEntry, ValidatorName, WireName } from "./operations-text.js";

/** The X of `validateX` for a schema. */
export type NameSchema = (schema: Place | undefined, direction: Direction) => ValidatorName;

/** What writes a body of each kind. JSON is the client's own. */
const WRITERS: Readonly<Record<BodyKind, WireName | undefined>> = {
  json: undefined,
  form: "writeFormBody",
  multipart: "writeMultipartBody",
  text: "writeTextBody",
  bytes: "writeBytesBody",
  any: "writeAnyBody",
};

/** What reads one. */
const READERS: Readonly<Record<BodyKind, WireName | undefined>> = {
  json: undefined,
  form: "readText",
  multipart: "readBlob",
  text: "readText",
  bytes: "readBlob",
  any: "readAny",
};

/** A media type that a request may have. */
export function describeRequestMedia(media: MediaType, nameSchema: NameSchema): MediaEntry {
  const { mediaType, schema, encoding } = media;
  const kind = readBodyKind(media);
  const encodings = [...encoding].map(([name, place]) => [name, describeEncoding(place)] as const);
  return {
    mediaType,
    validate: isChecked(kind, schema) ? nameSchema(schema, "request") : undefined,
    wire: WRITERS[kind],
    encoding: new Map(encodings),
  };
}

/** A media type that a response may have. */
export function describeResponseMedia(media: MediaType, nameSchema: NameSchema): MediaEntry {
  const { mediaType, schema } = media;
  const kind = readBodyKind(media);
  const hasValue = kind === "json" || kind === "any" || (kind === "text" && !isStructured(schema));
  return {
    mediaType,
    validate: hasValue ? nameSchema(schema, "response") : undefined,
    wire: kind === "text" && isPlainValue(schema) ? "readValue" : READERS[kind],
  };
}

/** Bytes are not what a schema speaks of, and a text is not what it stands for. */
function isChecked(kind: BodyKind, schema: Place | undefined): boolean {
  return kind === "text" ? !isBinary(schema) && !isStructured(schema) : kind !== "bytes";
}

/** Without one of the fields of a style the media type of a property counts (OpenAPI 3.1 §4.8.15.1.2). */
function describeEncoding(place: Place): EncodingEntry {
  const written = recordAt(place);
  const isStyled = ["style", "explode", "allowReserved"].some((field) => written[field] !== undefined);
  const { style, explode, allowReserved, contentType } = readEncoding(place);
  const headers = listHeaders(place);
  const sent = headers.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  return {
    write: isStyled ? writerOfStyle(style) : undefined,
    explode: isStyled ? explode : undefined,
    allowReserved: isStyled && allowReserved ? true : undefined,
    contentType: isStyled ? undefined : contentType,
    headers: sent.length > 0 ? Object.fromEntries(sent) : undefined,
    unsent: headers.filter(({ value, required }) => required && value === undefined).map(({ name }) => name),
  };
}

/** What writes a value with its name. */
export function writerOfStyle(style: string): WireName {
  return PAIR_WRITERS[style] ?? "writeForm";
}

const PAIR_WRITERS: Readonly<Record<string, WireName>> = {
  form: "writeForm",
  spaceDelimited: "writeSpaceDelimited",
  pipeDelimited: "writePipeDelimited",
  deepObject: "writeDeepObject",
};

/** Every header of a part, with the value that the document itself has for it: a constant, or the default. */
function listHeaders(
  encoding: Place,
): readonly { name: string; value: string | undefined; required: boolean }[] {
  const headers = memberOf(encoding, "headers");
  return [...membersOf(headers && follow(headers))]
    .filter(([name]) => readEssence(name) !== "content-type")
    .map(([name, written]) => {
      const header = follow(written);
      return { name, value: readConstant(header), required: readFlag(header, "required") ?? false };
    });
}

function readConstant(header: Place): string | undefined {
  const schema = memberOf(header, "schema");
  const { const: constant, enum: values, default: usual } = recordAt(schema && follow(schema));
  const [only, another] = Array.isArray(values) ? (values as readonly unknown[]) : [];
  const value = constant ?? (another === undefined ? only : undefined) ?? usual;
  // A line break would make more headers of it.
  return /^(?:string|number|boolean)$/.test(typeof value) && /^[\t\x20-\x7e]*$/.test(String(value))
    ? String(value)
    : undefined;
}
