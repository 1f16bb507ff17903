import { findBest } from "../media-range.js";

/** What the document says of a response's media type: the most exact of its ranges, and the first where none is named. */
export function matchContent(ranges: readonly string[], mediaType: string): string | undefined {
  return mediaType === "" ? ranges[0] : findBest(ranges, mediaType);
}
