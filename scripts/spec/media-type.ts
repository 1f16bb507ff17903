/** Type and subtype in lower case, without parameters (RFC 9110 §8.3.1). */
export function readEssence(mediaType: string): string {
  return splitMediaType(mediaType)[0];
}

/** A media type for comparing: lower case, without parameters that say nothing for its format. */
export function normalizeMediaType(mediaType: string): string {
  const [essence, ...parameters] = splitMediaType(mediaType);
  // JSON has no charset (RFC 8259 §8.1), and a client states the one it sends.
  const kept = parameters.filter((parameter) => parameter !== "" && !parameter.startsWith("charset="));
  return [essence, ...kept.toSorted()].join(";");
}

function splitMediaType(mediaType: string): readonly [essence: string, ...parameters: string[]] {
  const [essence = "", ...parameters] = mediaType
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  return [essence, ...parameters];
}

/** JSON itself and the structured suffix of RFC 6839 §3.1. */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(readEssence(mediaType));
}

/** Whether a range such as `application/*` or `*` + `/*` covers a media type (RFC 9110 §12.5.1). */
export function coversMediaType(range: string, mediaType: string): boolean {
  if (range === mediaType) return true;
  const [main, subtype] = range.split("/");
  return subtype === "*" && (main === "*" || mediaType.startsWith(`${main}/`)) && mediaType.includes("/");
}

/** The media type of a list that counts for another: the same one, one that says the same, or else a range over it. */
export function matchMediaType(mediaType: string, among: readonly string[]): string | undefined {
  if (among.includes(mediaType)) return mediaType;
  const wanted = normalizeMediaType(mediaType);
  return (
    among.find((other) => normalizeMediaType(other) === wanted) ??
    among.find((other) => coversMediaType(normalizeMediaType(other), wanted))
  );
}
