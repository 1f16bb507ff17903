import { guard, type Started } from "../call.js";
import { UnexpectedResponseError } from "../errors.js";

/** The same answer with its body in memory, so that nobody outside can be kept waiting for the rest of it. */
export function readBody(response: Response, call: Started): Promise<Response> {
  const text = "cut off, too large or not decodable";
  const read = async (): Promise<Response> => {
    const whole = new Response(response.body?.pipeThrough(limit(call.maxResponseBytes))).arrayBuffer();
    // A refusal keeps its meaning without its body; a success does not.
    const bytes = await (response.ok ? whole : whole.catch(() => undefined));
    // Some statuses may not even have an empty body (Fetch standard, "null body status").
    return new Response(bytes?.byteLength ? bytes : null, response);
  };
  return guard(UnexpectedResponseError, call, text, read, { response });
}

function limit(maxBytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new RangeError(`over ${maxBytes} bytes`);
      controller.enqueue(chunk);
    },
  });
}
