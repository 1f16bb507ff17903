import { recordAt } from "../../json/place.js";
import { isSameJson } from "../../json/value.js";
import { readEncoding, type MediaType } from "../../spec/content.js";
import { coversMediaType, normalizeMediaType, readEssence } from "../../spec/media-type.js";
import { mapSides, matchKeys, type Document, type Sides } from "../document/document.js";
import type { Comparison } from "../keywords/index.js";
import { constraintsOf, readTexts, type Constraints } from "../schema/constraints.js";
import { itemNode, propertyNode, type Schemas } from "../schema/flatten.js";
import type { Fact, Scope } from "./facts.js";

type Media = MediaType<Document>;

/** How one property of a form is sent: by a style, or as one of some media types. */
type Written = { readonly style: string } | { readonly types: readonly string[] };

/** How the properties of a form are sent. Written at its default it changes nothing. */
export function* compareEncoding(sides: Sides<Media>, scope: Scope, subject: string): Generator<Fact> {
  for (const [name, places] of matchKeys(mapSides(sides, ({ encoding }) => encoding))) {
    if (isSameJson(recordAt(places.base), recordAt(places.head))) continue;
    const { base: was, head: now } = mapSides(sides, (media) => readWritten(media, name));
    // A property that one side does not have is sent in no other way there.
    const comparison = was === undefined || now === undefined ? "same" : compareWritten(was, now);
    yield {
      ...scope,
      ...places,
      thing: "encoding",
      change: CHANGES[comparison],
      keyword: "encoding",
      subject: `property \`${name}\` of the ${subject}`,
      was: was && sayWritten(was),
      now: now && sayWritten(now),
    };
  }
}

const CHANGES = { same: "rewritten", wider: "wider", narrower: "narrower", incomparable: "changed" } as const;

function compareWritten(was: Written, now: Written): Comparison {
  if (!("types" in was) || !("types" in now)) return isSameJson(was, now) ? "same" : "incomparable";
  const [keeps, keepsBack] = [isCovered(was.types, now.types), isCovered(now.types, was.types)];
  if (keeps) return keepsBack ? "same" : "wider";
  return keepsBack ? "narrower" : "incomparable";
}

function isCovered(types: readonly string[], by: readonly string[]): boolean {
  return types.every((type) => by.some((other) => coversMediaType(other, type)));
}

function sayWritten(written: Written): string {
  return "types" in written ? written.types.join(", ") : written.style;
}

/**
 * OpenAPI 3.1 §4.8.15.1: a form that is no multipart is written by a style, and so is what names a style; anything else has a
 * content type.
 */
function readWritten({ mediaType, encoding, schema }: Media, name: string): Written | undefined {
  const place = encoding.get(name);
  const { contentType, style, explode, allowReserved } = readEncoding(place);
  const schemas = propertiesNamed(schema === undefined ? [] : [schema], name);
  if (schemas === undefined) return undefined;
  const usual = findUsualType(schemas);
  const isStyled = ["style", "explode", "allowReserved"].some((field) => field in recordAt(place));
  const isForm = readEssence(mediaType) === "application/x-www-form-urlencoded";
  if (isStyled || (isForm && (contentType ?? usual) === usual))
    return { style: `${style}, explode: ${explode}${allowReserved ? ", allowReserved" : ""}` };
  return { types: (contentType ?? usual).split(",").map((type) => normalizeMediaType(type.trim())) };
}

/** The schemas of a property; undefined where the form does not have it. */
function propertiesNamed(schemas: Schemas, name: string): Schemas | undefined {
  const { parts, names } = constraintsOf(schemas, "request");
  return names.includes(name) ? propertyNode(parts, name) : undefined;
}

/** The content type of a property that names none, by its type; a list has that of its items. */
function findUsualType(schemas: Schemas): string {
  const constraints = constraintsOf(schemas, "request");
  const { types, parts } = constraints;
  if (types.has("array") && types.size === 1) return findUsualType(itemNode(parts, undefined));
  const [stated] = readTexts(parts, "contentMediaType");
  if (stated !== undefined) return stated;
  if (types.size >= 6 || isBinary(constraints)) return "application/octet-stream";
  return types.has("object") ? "application/json" : "text/plain";
}

/** In OpenAPI 3.0 a format says it (3.0.4 §4.7.14), in 3.1 an encoding does. */
function isBinary({ parts }: Constraints): boolean {
  const formats = readTexts(parts, "format");
  return (
    formats.includes("binary") || formats.includes("base64") || readTexts(parts, "contentEncoding").length > 0
  );
}
