import { follow, placeAt } from "../../json/place.js";
import { isRecord, localPointer, splitPointer, type JsonRecord } from "../../json/pointer.js";
import { mapParts, type Kind } from "../../spec/structure.js";

/** Objects that other operations may lend; a path item is one as a whole, and a schema has a way of its own. */
const LENT: ReadonlySet<Kind> = new Set(["parameter", "header", "requestBody", "response", "mediaType"]);

/**
 * The document with each reference into another operation replaced by what it leads to. openapi-typescript writes one
 * as a path through types, which breaks at whatever is optional on the way.
 */
export function inlineReferences(root: JsonRecord): JsonRecord {
  const inline = (value: JsonRecord, kind: Kind): unknown => {
    const { $ref } = value;
    if (!LENT.has(kind) || typeof $ref !== "string") return value;
    const target = follow(placeAt({ root }, localPointer($ref) ?? ""));
    if (isComponent(localPointer($ref)) && isComponent(target.pointer)) return value;
    return isRecord(target.value) ? mapParts(target.value, inline, kind) : value;
  };
  return mapParts(root, inline);
}

function isComponent(pointer: string | undefined): boolean {
  const segments = splitPointer(pointer ?? "");
  return segments[0] === "components" && segments.length === 3;
}
