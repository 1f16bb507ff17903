import { toContentText } from "../content-text.js";
import { escapeAll } from "../escape.js";
import type { Pairs, Style } from "./parameter.js";

/** A value in a query or a cookie as a media type (OpenAPI 3.1 §4.8.12.2.2). */
export function writeContent(value: unknown, { name, contentType }: Style): Pairs {
  return [[escapeAll(name), escapeAll(toContentText(value, contentType))]];
}
