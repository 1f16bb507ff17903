import { isCompound, toJson, toText } from "./value.js";

/** A value as a media type: JSON, or its text. */
export function toContentText(value: unknown, mediaType = ""): string {
  return isCompound(value) || /^[^;]*[/+]json\b/i.test(mediaType) ? toJson(value) : toText(value);
}
