import { decode, type View } from "./escapes.js";
import { addToHash, WIDTH, type Index } from "./index-secrets.js";
import { fold } from "./spellings.js";

export const HIDDEN = "[redacted]";

/** How often what was escaped may have been escaped again. */
const MAX_DECODINGS = 3;

/**
 * The text with its secrets hidden: whole ones and every stretch of eight characters, with the word that it stands in.
 * Time and memory are linear in the text, whatever is in it.
 */
export function redact(text: string, index: Index): string {
  const shown = hideWindows(text, index);
  return index.keyPrefix ? hideKeys(shown, index.keyPrefix) : shown;
}

/**
 * Keys of the API, also those of other calls, where there is a digit: it keeps the names of fields readable that begin
 * in the same way. The bound is far above the length of a key, and below what makes a regular expression run out of stack.
 */
function hideKeys(text: string, { source }: RegExp): string {
  const keys = new RegExp(`(?:${source})[\\w-]{4,1000}`, "g");
  return text.replace(keys, (key) => (/\d/.test(key) ? HIDDEN : key));
}

function hideWindows(text: string, index: Index): string {
  if (index.windows.size === 0) return text;
  const changes = new Int32Array(text.length);
  let view: View | undefined = { text };
  for (let decodings = 0; view && decodings <= MAX_DECODINGS; decodings++) {
    markWindows(view, index, changes);
    view = decode(view);
  }
  return replaceRuns(text, changes);
}

/** Notes where a stretch to hide begins (1 more) and ends (1 less), but for an end that is the text's. */
function markWindows({ text, starts }: View, { windows, filter }: Index, changes: Int32Array): void {
  const folded = fold(text);
  const change = (place: number, by: number): void => {
    const at = Math.min(Math.max(place, 0), text.length);
    const start = starts?.[at] ?? at;
    changes[start] = (changes[start] ?? 0) + by;
  };
  let hash = 0;
  for (let end = 1; end <= text.length; end++) {
    hash = addToHash(hash, folded, end - 1);
    const reach = filter[hash] ? windows.get(folded.slice(end - WIDTH, end)) : undefined;
    if (reach === undefined) continue;
    change(end - WIDTH - reach, 1);
    change(end + reach, -1);
  }
}

/** A run takes the letters with it that touch it: a published prefix, the rest of what was encoded with it. */
function replaceRuns(text: string, changes: Int32Array): string {
  const isTouching = (at: number): boolean => /[\w-]/.test(text.charAt(at));
  let shown = "";
  let shownTo = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    depth += changes[at] ?? 0;
    if (depth === 0) continue;
    let from = at;
    // It stops behind the last run, which ended at a sign that touches nothing.
    while (isTouching(from - 1)) from--;
    for (at++; at < text.length; at++) {
      depth += changes[at] ?? 0;
      if (depth === 0 && !isTouching(at)) break;
    }
    shown += text.slice(shownTo, from) + HIDDEN;
    shownTo = at;
  }
  return shown + text.slice(shownTo);
}
