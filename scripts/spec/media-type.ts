/** Type and subtype in lower case, without parameters (RFC 9110 §8.3.1). */
export function readEssence(mediaType: string): string {
  return splitMediaType(mediaType)[0];
}

/** A media type for comparing, with its parameters in order; those that say nothing for its format are left out. */
export function normalizeMediaType(mediaType: string): string {
  const [essence, ...parameters] = splitMediaType(mediaType);
  const normal = parameters.filter((parameter) => parameter !== "").map(normalizeParameter);
  // JSON is in UTF-8, whether it is said or not (RFC 8259 §8.1).
  const kept = isJson(essence) ? normal.filter((parameter) => parameter !== "charset=utf-8") : normal;
  return [essence, ...kept.toSorted()].join(";");
}

function splitMediaType(mediaType: string): readonly [essence: string, ...parameters: string[]] {
  // A quoted value may hold a semicolon; one that does not end is taken to the end.
  const [essence = "", ...parameters] = mediaType.match(/(?:"(?:\\[^]?|[^"\\])*(?:"|$)|[^;"])+/g) ?? [];
  return [essence.trim().toLowerCase(), ...parameters.map((part) => part.trim())];
}

/** RFC 9110 §8.3.1: names have no case, nor has the value of `charset`; a value means the same in quotes. */
function normalizeParameter(parameter: string): string {
  const [name = "", ...rest] = parameter.split("=");
  const value = rest.join("=").trim();
  const plain = value.startsWith('"') ? value.slice(1).replace(/"$/, "").replaceAll(/\\(.)/g, "$1") : value;
  const key = name.trim().toLowerCase();
  return `${key}=${key === "charset" ? plain.toLowerCase() : plain}`;
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
