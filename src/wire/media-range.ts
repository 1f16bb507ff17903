type MediaType = { readonly essence: string; readonly parameters: ReadonlyMap<string, string> };

/** A media type or range (RFC 9110 §8.3.1); a charset says how a text is written and not what it is, so it is left out. */
export function parseMediaType(text: string): MediaType {
  // A quoted value may hold a semicolon. One that does not end is taken to the end, so that the text is read once.
  const [essence = "", ...parts] = text.match(/(?:"(?:\\[^]?|[^"\\])*(?:"|$)|[^;"])+/g) ?? [];
  const parameters = parts.map((part) => {
    const [name = "", ...rest] = part.split("=");
    const value = rest.join("=").trim();
    const plain = value.startsWith('"') ? value.replace(/^"|"$/g, "").replace(/\\(.)/g, "$1") : value;
    return [name.trim().toLowerCase(), plain] as const;
  });
  const kept = parameters.filter(([name]) => name !== "" && name !== "charset");
  return { essence: essence.trim().toLowerCase(), parameters: new Map(kept) };
}

/**
 * How exactly a range describes a media type (RFC 9110 §12.5.1), the larger the better; undefined where it does not. A
 * parameter that one of them lacks makes it less exact, one that differs makes it another.
 */
export function rateRange(range: string, mediaType: string): number | undefined {
  const [known, found] = [parseMediaType(range), parseMediaType(mediaType)];
  const essence = rateEssence(known.essence, found.essence);
  if (essence === undefined) return undefined;
  let rate = essence;
  for (const [name, value] of known.parameters) {
    const other = found.parameters.get(name);
    if (other !== undefined && other !== value) return undefined;
    rate += other === undefined ? -0.01 : 0.01;
  }
  return rate;
}

function rateEssence(range: string, essence: string): number | undefined {
  if (range === essence) return 3;
  const [type, subtype = ""] = range.split("/");
  const isOfType = type === "*" || essence.startsWith(`${type}/`);
  if (!subtype.startsWith("*") || !isOfType) return undefined;
  // `application/*+json` is a range of one suffix (RFC 6838 §4.2.8).
  if (subtype !== "*") return essence.endsWith(subtype.slice(1)) ? 2 : undefined;
  return type === "*" ? 0 : 1;
}

/** The range that describes a media type best. */
export function findBest(ranges: readonly string[], mediaType: string): string | undefined {
  let best: string | undefined;
  let highest = -Infinity;
  for (const range of ranges) {
    const rate = rateRange(range, mediaType) ?? -Infinity;
    if (rate > highest) [best, highest] = [range, rate];
  }
  return best;
}

/** JSON itself and the structured suffix of RFC 6839 §3.1. */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(parseMediaType(mediaType).essence);
}

export function isRange(mediaType: string): boolean {
  return parseMediaType(mediaType).essence.includes("*");
}
