/**
 * What a server may make of a secret, but for escapes (the text is decoded instead) and case (both sides are folded):
 * itself, the two normal forms of Unicode, the plus of a form, hex, and base64 in its two alphabets. What is encoded
 * together with other text may begin at any of the three places of a base64 group, so that there are three of each.
 */
export function listSpellings(secret: string): ReadonlySet<string> {
  const wellFormed = secret.replace(/\p{Surrogate}/gu, "\uFFFD");
  const forms = new Set([secret, wellFormed, secret.normalize("NFC"), secret.normalize("NFD")]);
  return new Set(
    [...forms].flatMap((form) => {
      const bytes = Array.from(new TextEncoder().encode(form));
      const base64 = [0, 1, 2].map((place) => writeBase64(bytes, place));
      const base64Url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
      const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
      return [form, form.toUpperCase(), form.replaceAll(" ", "+"), hex, ...base64, ...base64Url];
    }),
  );
}

/** Without the digits at its ends that hold bits of what stands beside it. */
function writeBase64(bytes: readonly number[], place: number): string {
  const text = bytes.map((byte) => String.fromCharCode(byte)).join("");
  return btoa("\0".repeat(place) + text)
    .slice(place && place + 1)
    .replace(/.=+/, "");
}

/** The same length, so that places in the one are places in the other: the case that is compared. */
export function fold(text: string): string {
  // The one letter that grows, and the one whose lower case depends on what stands beside it.
  return text.replace(/İ/g, "i").toLowerCase().replace(/ς/g, "σ");
}
