import type { BodyEntry, WrittenBody } from "./body.js";
import type { Bytes } from "./bytes.js";
import { writeRaw } from "./raw-body.js";

/** A body of text, which may be given as its bytes too. */
export function writeTextBody(
  body: string | number | boolean | Bytes,
  mediaType: string,
  entry: BodyEntry,
): WrittenBody {
  return writeRaw(body, mediaType, entry);
}
