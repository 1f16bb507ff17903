import { follow, itemsOf, memberOf, type JsonDocument, type Place } from "../json/place.js";
import { readContent, type MediaType } from "./content.js";
import { readFlag, readText } from "./fields.js";
import type { Operation } from "./operations.js";
import { readStyle, type Style } from "./style.js";

/** How a parameter's or a header's value is written: by a style or as a media type, never both (§4.8.12.2). */
export type Serialization<D extends JsonDocument = JsonDocument> = Style & {
  readonly required: boolean;
  /** The one media type that the value is written as. */
  readonly content: MediaType<D> | undefined;
  /** The value's schema, also when it stands under a media type. */
  readonly schema: Place<D> | undefined;
};

/** Parameter Object (OpenAPI 3.1 §4.8.12). References to it have been followed. */
export type Parameter<D extends JsonDocument = JsonDocument> = Serialization<D> & {
  readonly name: string;
  /** `query`, `header`, `path` or `cookie`. */
  readonly in: string;
  readonly place: Place<D>;
  /** The path item or the operation that lists it. */
  readonly owner: Place<D>;
};

/**
 * The parameters of an operation, those of its path item first. One of the operation's takes the place of the path
 * item's with the same name and location (§4.8.9, §4.8.10).
 */
export function readParameters<D extends JsonDocument>(operation: Operation<D>): readonly Parameter<D>[] {
  const parameters = [operation.pathItem, operation.place].flatMap(listParameters);
  return [...new Map(parameters.map((parameter) => [identifyParameter(parameter), parameter])).values()];
}

/** Those of an operation's parameters that a request carries as they say. */
export function readSentParameters<D extends JsonDocument>(operation: Operation<D>): readonly Parameter<D>[] {
  return readParameters(operation).filter(({ in: location, name }) => !isIgnoredHeader(location, name));
}

/** Location and name, which no two parameters of an operation share. Header fields have no case (RFC 9110 §5.1). */
export function identifyParameter({ in: location, name }: Pick<Parameter, "in" | "name">): string {
  return `${location} ${location === "header" ? name.toLowerCase() : name}`;
}

/** Header fields that a parameter cannot describe: one of that name is ignored (§4.8.12.2). */
const IGNORED_HEADERS: ReadonlySet<string> = new Set(["accept", "authorization", "content-type"]);

/** Whether a parameter counts for nothing, because other objects describe what it names. */
export function isIgnoredHeader(location: string, name: string): boolean {
  return location === "header" && IGNORED_HEADERS.has(name.toLowerCase());
}

function listParameters<D extends JsonDocument>(owner: Place<D>): Parameter<D>[] {
  const list = memberOf(owner, "parameters");
  return itemsOf(list && follow(list)).flatMap((item) => {
    const place = follow(item);
    const [name, location] = [readText(place, "name"), readText(place, "in")];
    if (name === undefined || location === undefined) return [];
    return [{ name, in: location, place, owner, ...readSerialization(place, location) }];
  });
}

/** The fields that Parameter and Header Objects share, with their defaults (§4.8.12.2, §4.8.21). */
export function readSerialization<D extends JsonDocument>(
  place: Place<D>,
  location: string,
): Serialization<D> {
  const [content] = readContent(place);
  return {
    // Without its parameters a path is no path.
    required: location === "path" || (readFlag(place, "required") ?? false),
    ...readStyle(place, location),
    content,
    schema: content === undefined ? memberOf(place, "schema") : content.schema,
  };
}
