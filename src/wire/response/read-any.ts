import { createBlob } from "../bytes.js";
import { readText } from "./read-text.js";

/** An answer by its own media type: JSON, text, or else its bytes. Undefined for what is not what it says. */
export function readAny(bytes: Uint8Array, mediaType: string): unknown {
  const essence = mediaType.replace(/;.*/s, "").trim().toLowerCase();
  const text = readText(bytes, mediaType);
  if (/[/+]json$/.test(essence)) return text === undefined ? undefined : parse(text);
  const isText = /^text\/|[/+](?:xml|yaml)$|^application\/(?:x-)?(?:ndjson|jsonl|javascript)$/.test(essence);
  return isText ? text : createBlob([bytes], mediaType);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
