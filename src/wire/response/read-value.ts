import { readText } from "./read-text.js";

/** A number or a boolean that an answer of text is; another text stays one, for the validator. */
export function readValue(bytes: Uint8Array, mediaType: string): unknown {
  const text = readText(bytes, mediaType);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
