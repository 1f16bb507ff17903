import type { Place } from "../json/place.js";
import { readFlag, readText } from "./fields.js";

/** How a value is written where no media type says it: Parameter, Header and Encoding Objects (§4.8.12.2.1). */
export type Style = {
  /** With the default for where it stands. */
  readonly style: string;
  /** With the default for its style. */
  readonly explode: boolean;
  readonly allowReserved: boolean;
};

/** The fields of a style, or their defaults; a form is written as a query is (§4.8.15). */
export function readStyle(place: Place | undefined, location: string): Style {
  const usual = location === "query" || location === "cookie" ? "form" : "simple";
  const style = readText(place, "style") ?? usual;
  return {
    style,
    explode: readFlag(place, "explode") ?? style === "form",
    allowReserved: readFlag(place, "allowReserved") ?? false,
  };
}
