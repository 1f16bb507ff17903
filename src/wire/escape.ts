import type { Escape, Style } from "./parameter/parameter.js";

/** Escapes all but the unreserved characters (RFC 3986 §2.3), as RFC 6570 §3.2.1 does; half a character becomes U+FFFD. */
export function escapeAll(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Leaves reserved characters and what is escaped already (RFC 6570 §3.2.3), but for those that cannot stand in a query
 * (RFC 3986 §3.4: `#`, `[`, `]`) or would mean something else there (URL standard §5.1: `&`, `+`).
 */
function escapeUnreserved(text: string): string {
  return text.replace(/%[\da-f]{2}|[^\w\-.~:/?@!$'()*,;=]/giu, (part) =>
    part.length === 3 && part.startsWith("%") ? part : escapeAll(part),
  );
}

export function chooseEscape({ allowReserved }: Style): Escape {
  return allowReserved ? escapeUnreserved : escapeAll;
}
