/** Type and subtype in lower case, without parameters (RFC 9110 §8.3.1). */
export function readEssence(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}
