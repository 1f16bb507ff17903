import type { BodyEntry, WrittenBody } from "./body.js";
import { writeRaw } from "./raw-body.js";

/** A body of a media type that the document does not know: bytes or text, as JSON is written by the client. */
export function writeAnyBody(body: unknown, mediaType: string, entry: BodyEntry): WrittenBody<"any"> {
  return writeRaw(body, mediaType, entry);
}
