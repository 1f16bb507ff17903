/** The bytes of an answer. */
export function readBlob(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Blob {
  return new Blob([bytes], { type: mediaType });
}
