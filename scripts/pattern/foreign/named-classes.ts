/** Classes of POSIX (IEEE 1003.1 §9.3.5), as members of a class of ECMA-262; Java writes them `\p{Alnum}`. */
const ASCII_CLASSES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: String.raw`\x00-\x7f`,
  blank: String.raw` \t`,
  cntrl: String.raw`\x00-\x1f\x7f`,
  digit: "0-9",
  graph: String.raw`\x21-\x7e`,
  lower: "a-z",
  print: String.raw`\x20-\x7e`,
  punct: String.raw`\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e`,
  space: String.raw` \t-\r`,
  upper: "A-Z",
  word: "0-9A-Z_a-z",
  xdigit: "0-9A-Fa-f",
};

/** The members of a class that other engines know by name; undefined for one that they do not. */
export function membersOfClass(name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(ASCII_CLASSES, key) ? ASCII_CLASSES[key] : undefined;
}

/** `\p{…}` as ECMA-262 writes it; undefined where it has no such property. */
export function findProperty(name: string): string | undefined {
  const bare = name.replace(/^Is/, "");
  const candidates = [name, bare, `Script=${bare}`];
  return candidates.find((candidate) => {
    try {
      return new RegExp(`\\p{${candidate}}`, "u") instanceof RegExp;
    } catch {
      return false;
    }
  });
}
