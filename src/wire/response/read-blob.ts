import { createBlob } from "../bytes.js";

/** The bytes of an answer. */
export function readBlob(bytes: Uint8Array, mediaType: string): Blob {
  return createBlob([bytes], mediaType);
}
