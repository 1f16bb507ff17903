import { memberOf, recordAt } from "../../json/place.js";
import { isSameJson } from "../../json/value.js";
import { normalizeMediaType } from "../../spec/media-type.js";
import type { Serialization } from "../../spec/parameters.js";
import {
  mapSides,
  membersAt,
  placesOf,
  type Document,
  type Place,
  type Sides,
} from "../document/document.js";
import { constraintsOf } from "../schema/constraints.js";
import { schemasOf } from "./content.js";
import type { Fact, Scope } from "./facts.js";
import type { TextForm } from "./message.js";

type Written = Serialization<Document> & { readonly place: Place };

type Context = Scope & { readonly thing: "parameter" | "header"; readonly subject: string };

/** How a parameter or header is written: by which style, or as which media type. At its default it changes nothing. */
export function* compareSerialization(
  sides: Sides<Written>,
  location: string,
  context: Context,
): Generator<Fact> {
  const places = placesOf(sides);
  // What is written alike in every style on one side says by its schema what the other's texts are.
  const isStructured = hasParts(sides.base) && hasParts(sides.head);
  const styles = mapSides(sides, (written) => describeStyle(written, location, isStructured));
  const values = { was: styles.base, now: styles.head };
  for (const keyword of ["style", "explode"]) {
    const { base, head } = mapSides(places, (place) => recordAt(place)[keyword]);
    if (isSameJson(base, head)) continue;
    yield { ...context, change: nameChange(values), keyword, ...membersAt(places, keyword), ...values };
  }
  const { base: was, head: now } = mapSides(sides, ({ content }) => content?.mediaType);
  if (was === now) return;
  const change = nameChange({ was: was && normalizeMediaType(was), now: now && normalizeMediaType(now) });
  const listed = mapSides(sides, ({ place, content }) => memberOf(place, content ? "content" : "schema"));
  yield { ...context, change, keyword: "content", ...listed, was, now };
}

function nameChange({ was, now }: { readonly was: unknown; readonly now: unknown }) {
  return was === now ? "rewritten" : "serialization";
}

/** How a value is written, without what does not show. */
function describeStyle({ style, explode }: Written, location: string, isStructured: boolean): string {
  if (isStructured) return `${style}, explode: ${explode}`;
  // One value without parts is written alike in every style of a query.
  return location === "query" || location === "cookie" ? "form" : style;
}

function hasParts(written: Written): boolean {
  const { types } = constraintsOf(schemasOf(written), "request");
  // OpenAPI 3.1 §4.8.12.2.1: items of a header are between commas, exploded or not.
  return types.has("object") || (types.has("array") && written.style !== "simple");
}

/** How a value is written as text; undefined where it is written as another media type. */
export function describeText(
  { style, explode, allowReserved, content }: Serialization<Document>,
  location: string,
): TextForm | undefined {
  const isText = content === undefined || content.mediaType.startsWith("text/");
  return isText ? { location, style, explode, allowReserved } : undefined;
}
