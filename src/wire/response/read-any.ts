import { createBlob } from "../bytes.js";
import { isJson, parseMediaType } from "../media-range.js";
import { readText } from "./read-text.js";

/** An answer by its own media type: JSON, text, or else its bytes. Undefined for what is not what it says. */
export function readAny(bytes: Uint8Array, mediaType: string): unknown {
  const text = readText(bytes, mediaType);
  if (isJson(mediaType)) return text === undefined ? undefined : parse(text);
  const isText = /^text\/|[/+](?:xml|yaml)$|^application\/(?:x-)?(?:ndjson|jsonl|javascript)$/.test(
    parseMediaType(mediaType).essence,
  );
  return isText ? text : createBlob([bytes], mediaType);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
