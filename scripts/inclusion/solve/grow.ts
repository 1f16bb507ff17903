/** Longer texts than these are not made. */
const MAX_LENGTH = 10_000;
/** A label of a domain has at most 63 characters (RFC 1035 §2.3.4). */
const LABEL = `${"a".repeat(60)}.`;

/**
 * What samples of a format become when they are filled up to the least and the greatest length that are asked for: by
 * letters or by labels of a domain, at the beginning, within and at the end. Some of them may have the format still.
 */
export function* growTexts(
  samples: Iterable<unknown>,
  lengths: { readonly min: number; readonly max: number },
): Generator<string> {
  const wanted = [...new Set([lengths.min, lengths.max])].filter((length) => length <= MAX_LENGTH);
  for (const length of wanted)
    for (const sample of samples) if (typeof sample === "string") yield* growText(sample, length);
}

function* growText(text: string, length: number): Generator<string> {
  const missing = length - [...text].length;
  if (missing <= 0) return;
  const letters = "a".repeat(missing);
  const labels = LABEL.repeat(Math.ceil(missing / LABEL.length)).slice(-missing);
  for (const at of listPlaces(text))
    for (const filling of [letters, labels]) yield text.slice(0, at) + filling + text.slice(at);
}

/** The end first, where a path, a query or a name ends; then where a host or a domain begins, and behind the first sign. */
function listPlaces(text: string): ReadonlySet<number> {
  const behind = ["@", "//"]
    .filter((sign) => text.includes(sign))
    .map((sign) => text.indexOf(sign) + sign.length);
  return new Set([text.length, ...behind, 0, ([...text][0] ?? "").length]);
}
