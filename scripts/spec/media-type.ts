/** A media type for comparing: lower case, without parameters that say nothing for its format. */
export function normalizeMediaType(text: string): string {
  const [essence = "", ...parameters] = text
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  // JSON has no charset (RFC 8259 §8.1), and a client states the one it sends.
  const kept = parameters.filter((parameter) => parameter !== "" && !parameter.startsWith("charset="));
  return [essence, ...kept.toSorted()].join(";");
}

/** Whether a range such as `application/*` or `*` + `/*` covers a media type (RFC 9110 §12.5.1). */
export function coversMediaType(range: string, type: string): boolean {
  const [main = "", sub = ""] = range.split("/");
  const [typeMain = "", typeSub = ""] = type.split("/");
  if (range === type) return true;
  return sub === "*" && (main === "*" || main === typeMain) && typeSub !== "";
}
