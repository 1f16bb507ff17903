import { orUndefined } from "../or-undefined.js";

/** A text that was decoded, and where each of its characters began in the text that was given. */
export type View = { readonly text: string; readonly starts?: Uint32Array };

/** Of URLs and forms (one character of UTF-8), of JSON, and of HTML. */
const ESCAPES =
  /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}|\\u[\da-f]{4}|\\["\\/bfnrt]|&#(?:\d+|x[\da-f]+);|&(?:quot|amp|lt|gt|apos);/gi;

const NAMED: Readonly<Record<string, string>> = {
  "&quot;": '"',
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&apos;": "'",
};

/** The text with each escape replaced by what it stands for, once; undefined when there is none. */
export function decode({ text, starts }: View): View | undefined {
  // No escape is shorter than what it stands for.
  const decodedStarts = new Uint32Array(text.length + 1);
  let length = 0;
  let copied = 0;
  const copyTo = (end: number): void => {
    for (; copied < end; copied++) decodedStarts[length++] = starts?.[copied] ?? copied;
  };
  const decoded = text.replace(ESCAPES, (escape, at: number) => {
    const character = orUndefined(() => decodeEscape(escape)) ?? escape;
    copyTo(at);
    for (let unit = 0; unit < character.length; unit++) decodedStarts[length++] = starts?.[at] ?? at;
    copied += escape.length;
    return character;
  });
  copyTo(text.length + 1);
  return decoded === text ? undefined : { text: decoded, starts: decodedStarts };
}

function decodeEscape(escape: string): string | undefined {
  if (escape.startsWith("%")) return decodeURIComponent(escape);
  if (escape.startsWith("\\")) return JSON.parse(`"${escape}"`) as string;
  if (!escape.startsWith("&#")) return NAMED[escape.toLowerCase()];
  return String.fromCodePoint(Number(escape.slice(2, -1).replace(/^x/i, "0x")));
}
