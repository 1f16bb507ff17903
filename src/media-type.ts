/** Type and subtype in lower case, without parameters (RFC 9110 §8.3.1). */
export function readMediaType(headers: Headers): string {
  return (headers.get("content-type") ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** JSON itself and the structured suffix of RFC 6839 §3.1. */
export function isJson(mediaType: string): boolean {
  return /^application\/(?:[^;]+\+)?json\b/i.test(mediaType);
}

/** Whether a media range of the document, such as `application/*`, takes a media type. */
export function matchesRange(range: string, mediaType: string): boolean {
  const [type = "", subtype = ""] = range.toLowerCase().split(";", 1).join("").trim().split("/");
  const [actualType, actualSubtype] = mediaType.split("/");
  return (type === "*" || type === actualType) && (subtype === "*" || subtype === actualSubtype);
}
