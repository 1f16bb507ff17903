/**
 * The value of a JSON text; undefined when JSON.parse refuses it, or when an object has a name twice. JSON.parse
 * would keep the last of the two without a word (RFC 8259 §4 calls what happens then unpredictable).
 */
export function parseStrictJson(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return countMembers(value) === countWrittenMembers(text) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const members = Object.values(value);
  const own = Array.isArray(value) ? 0 : members.length;
  return members.reduce<number>((sum, member) => sum + countMembers(member), own);
}

/** Number of strings that a colon follows, in a text that is known to be JSON. */
function countWrittenMembers(text: string): number {
  let count = 0;
  let start = text.indexOf('"');
  while (start !== -1) {
    const end = findStringEnd(text, start);
    if (text[skipSpace(text, end + 1)] === ":") count++;
    start = text.indexOf('"', end + 1);
  }
  return count;
}

/** A quote ends its string unless an odd number of backslashes stands before it. */
export function findStringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text[before - 1] === "\\") before--;
    if ((end - before) % 2 === 0) return end;
  }
}

/** The next place, from one on, where something stands. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\t" || text[at] === "\r") at++;
  return at;
}
