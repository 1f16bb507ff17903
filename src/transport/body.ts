import type { Started } from "../call/call.js";
import { guard } from "../call/failure.js";
import { UnexpectedResponseError } from "../errors.js";

/** The same response with its body in memory, so that nobody outside can be kept waiting for the rest of it. */
export function readBody(response: Response, call: Started): Promise<Response> {
  const { maxResponseBytes } = call;
  const text = `the response body was cut off, is not decodable or is larger than maxResponseBytes (${maxResponseBytes})`;
  const read = async (): Promise<Response> => {
    const whole = new Response(response.body?.pipeThrough(limitBytes(maxResponseBytes))).arrayBuffer();
    // A refusal keeps its meaning without its body; a success does not.
    const bytes = await (response.ok ? whole : whole.catch(() => undefined));
    // Some statuses may not even have an empty body (Fetch standard, "null body status").
    return new Response(bytes?.byteLength ? bytes : null, response);
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
