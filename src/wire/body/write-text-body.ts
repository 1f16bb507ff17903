import type { BodyEntry, WrittenBody } from "./body.js";
import { writeRaw } from "./raw-body.js";

/** A body of text, which may be given as its bytes too. */
export function writeTextBody(body: unknown, mediaType: string, entry: BodyEntry): WrittenBody<"text"> {
  return writeRaw(body, mediaType, entry);
}
