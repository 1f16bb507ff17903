import { recordAt, type Place } from "../json/place.js";

/** A field whose value is a text; undefined for any other value. */
export function readText(place: Place | undefined, field: string): string | undefined {
  const value = recordAt(place)[field];
  return typeof value === "string" ? value : undefined;
}

/** A field whose value is true or false; undefined for any other value. */
export function readFlag(place: Place | undefined, field: string): boolean | undefined {
  const value = recordAt(place)[field];
  return typeof value === "boolean" ? value : undefined;
}
