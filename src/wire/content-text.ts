import { isJson } from "./media-range.js";
import { isCompound, toJson, toText } from "./value.js";

/** A value as a media type: JSON, or its text. */
export function toContentText(value: unknown, mediaType = ""): string {
  return isCompound(value) || isJson(mediaType) ? toJson(value) : toText(value);
}
