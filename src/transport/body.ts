import type { Call } from "../call/call.js";
import { guard } from "../call/failure.js";
import { UnexpectedResponseError } from "../errors.js";
import type { Answer } from "./layer.js";

/** The response with its body in memory, so that nobody outside can be kept waiting for the rest of it. */
export function readBody(response: Response, call: Call): Promise<Answer> {
  const { maxResponseBytes } = call.settings;
  const text = `the response body was cut off, is not decodable or is larger than maxResponseBytes (${maxResponseBytes})`;
  const read = async (): Promise<Answer> => {
    const whole = readBytes(response.body, maxResponseBytes);
    // A refusal keeps its meaning without its body; a success does not.
    return { response, bytes: await (response.ok ? whole : whole.catch(() => new Uint8Array())) };
  };
  return guard(UnexpectedResponseError, call, text, read, { response });
}

/** Bytes in memory of their own. Compilers before TypeScript 5.7 have no other, and no parameter that says so. */
type OwnBytes = ReturnType<Uint8Array["slice"]>;

async function readBytes(body: Response["body"], maxBytes: number): Promise<OwnBytes> {
  const chunks: OwnBytes[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one chunk after the other
    const read = await reader?.read();
    if (!read || read.done) break;
    // A body of the user's own making may give what is not bytes: NaN.
    size += read.value.byteLength;
    chunks.push(read.value);
    if (size <= maxBytes) continue;
    reader?.cancel().catch(() => {});
    throw new RangeError(`not bytes, or more than ${maxBytes} of them`);
  }
  const bytes = new Uint8Array(size);
  for (let chunk = chunks.pop(); chunk; chunk = chunks.pop()) bytes.set(chunk, (size -= chunk.length));
  return bytes;
}

/** A response of its own for whoever reads it. */
export function rebuildResponse({ response, bytes }: Answer): Response {
  const { status, headers, statusText } = response;
  // They were made here, in memory of their own.
  // Some statuses may not even have an empty body (Fetch standard, "null body status"), and a server may write more
  // into its reason than a Response may hold (RFC 9112 §4, "reason-phrase").
  return new Response(bytes.length > 0 ? (bytes as OwnBytes) : null, {
    status,
    headers,
    statusText: statusText.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?"),
  });
}
