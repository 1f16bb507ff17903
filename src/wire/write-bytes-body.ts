import type { BodyEntry, WrittenBody } from "./body.js";
import type { Bytes } from "./bytes.js";
import { writeRaw } from "./raw-body.js";

/** A body of bytes. */
export function writeBytesBody(body: Bytes, mediaType: string, entry: BodyEntry): WrittenBody {
  return writeRaw(body, mediaType, entry);
}
