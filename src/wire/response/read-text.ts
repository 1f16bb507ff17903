/** The text of an answer, in the charset of its media type, else UTF-8; undefined for what is not text in it. */
export function readText(bytes: Uint8Array, mediaType: string): string | undefined {
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(mediaType) ?? [];
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
