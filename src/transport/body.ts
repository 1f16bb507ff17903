import type { Started } from "../call/call.js";
import { guard } from "../call/failure.js";
import { UnexpectedResponseError } from "../errors.js";

/** The same response with its body in memory, so that nobody outside can be kept waiting for the rest of it. */
export function readBody(response: Response, call: Started): Promise<Response> {
  const { maxResponseBytes } = call;
  const text = `the response body was cut off, is not decodable or is larger than maxResponseBytes (${maxResponseBytes})`;
  const read = async (): Promise<Response> => {
    const { body, ok, status, headers, statusText } = response;
    const whole = new Response(body?.pipeThrough(limitBytes(maxResponseBytes))).arrayBuffer();
    // A refusal keeps its meaning without its body; a success does not.
    const bytes = await (ok ? whole : whole.catch(() => undefined));
    // A server may write more into it than a Response may hold (RFC 9112 §4, "reason-phrase").
    const reason = statusText.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?");
    // Some statuses may not even have an empty body (Fetch standard, "null body status").
    return new Response(bytes?.byteLength ? bytes : null, { status, headers, statusText: reason });
  };
  return guard(UnexpectedResponseError, call, text, read, { response });
}

function limitBytes(maxBytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new RangeError(`larger than ${maxBytes} bytes`);
      controller.enqueue(chunk);
    },
  });
}
