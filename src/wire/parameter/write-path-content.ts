import { toContentText } from "../content-text.js";
import { escapeAll } from "../escape.js";
import type { Style } from "./parameter.js";

/** A value in a path as a media type (OpenAPI 3.1 §4.8.12.2.2). */
export function writePathContent(value: unknown, { contentType }: Style): string {
  return escapeAll(toContentText(value, contentType));
}
