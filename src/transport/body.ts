import { cleanCause, describe, type Call } from "../call.js";
import { UnexpectedResponseError } from "../errors.js";

/** Statuses that a Response may not be given a body with (Fetch standard, "null body status"). */
const BODILESS = new Set([101, 103, 204, 205, 304]);

/** The same answer with its body in memory, so that nobody outside can be kept waiting for the rest of it. */
export async function readBody(response: Response, call: Call): Promise<Response> {
  const bytes = await readBytes(response, call);
  const { status, statusText, headers, url } = response;
  const whole = new Response(BODILESS.has(status) ? null : bytes, { status, statusText, headers });
  return Object.defineProperty(whole, "url", { value: url });
}

/** A refusal keeps its meaning without its body; a success does not. */
async function readBytes(response: Response, call: Call): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readUpTo(call.maxResponseBytes, response);
  } catch (error) {
    if (call.signal.aborted || !response.ok) return new Uint8Array();
    const problem =
      error instanceof RangeError
        ? `is larger than ${call.maxResponseBytes} bytes`
        : "was cut off or cannot be decoded";
    const cause = cleanCause(error, call.secrets);
    throw new UnexpectedResponseError(
      `${call.operationId}: the body ${problem}`,
      describe(call, response, { cause }),
    );
  }
}

async function readUpTo(limit: number, { body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  // oxlint-disable-next-line no-await-in-loop -- a chunk cannot be read before the one in front of it
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    size += step.value.byteLength;
    if (size > limit) {
      reader?.cancel().catch(() => undefined);
      throw new RangeError("too large");
    }
    chunks.push(step.value);
  }
  return join(chunks, size);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
