import { refuseBody, type BodyEntry, type PlatformBody, type WrittenBody } from "./body.js";
import { isBytes, isStream } from "../bytes.js";

/** Bytes as they are, unread; a text, once it is valid, in the charset of its media type. */
export function writeRaw(body: unknown, mediaType: string, { validate }: BodyEntry): WrittenBody<never> {
  const headers = { "content-type": mediaType };
  // Those of another realm are the platform's too.
  if (isBytes(body))
    return { issues: [], body: body as PlatformBody, headers, ...(isStream(body) ? { duplex: "half" } : {}) };
  if (!/string|number|bigint|boolean/.test(typeof body)) return refuseBody(explain(mediaType));
  const issues = validate?.(typeof body === "bigint" ? Number(body) : body) ?? [];
  const text = encodeText(String(body), mediaType);
  return text === undefined
    ? refuseBody("the body is text in another charset than UTF-8: give its bytes")
    : { issues, value: readParts(String(body)), body: text, headers };
}

/** JSON or a form that a text is, so that what of it is secret can be found by its name. */
function readParts(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return new URLSearchParams(text);
  }
}

function explain(mediaType: string): string {
  return `the body is ${mediaType}: it must be a text, a Blob, an ArrayBuffer, a Uint8Array or a ReadableStream`;
}

/** The platform writes UTF-8; Latin-1 is a byte a character. */
function encodeText(text: string, mediaType: string): PlatformBody | undefined {
  const [, charset = "utf-8"] = /;\s*charset="?([^\s;"]+)/i.exec(mediaType) ?? [];
  if (/^utf-?8$/i.test(charset) || /^[\0-\x7f]*$/.test(text)) return text;
  if (!/^(?:iso-8859-1|latin1)$/i.test(charset) || /[^\0-\xff]/.test(text)) return undefined;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
