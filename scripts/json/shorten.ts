/** The beginning of a text that nobody reads to its end, at most `length` characters of it. */
export function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 3)}…` : text;
}
