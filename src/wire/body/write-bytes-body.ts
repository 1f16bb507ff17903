import type { BodyEntry, WrittenBody } from "./body.js";
import { writeRaw } from "./raw-body.js";

/** A body of bytes. */
export function writeBytesBody(body: unknown, mediaType: string, entry: BodyEntry): WrittenBody<"bytes"> {
  return writeRaw(body, mediaType, entry);
}
