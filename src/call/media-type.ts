/** Type and subtype in lower case, without parameters (RFC 9110 §8.3.1). */
export function readEssence(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}

/** JSON itself and the structured suffix of RFC 6839 §3.1. */
export function isJson(mediaType: string): boolean {
  return /^application\/(?:.+\+)?json\b/i.test(mediaType);
}
