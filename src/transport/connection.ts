import { ConnectionError } from "../errors.js";

/** The codes of Node and Bun for a request that the server never had. */
export function didNotArrive(error: unknown): boolean {
  return error instanceof ConnectionError && /refused/i.test(listCodes(error));
}

/**
 * The codes of Node, undici and Bun for a connection that broke, when the request may have arrived. Deno, workerd and
 * browsers give no code, so what failed there may be that as well as anything else.
 */
export function wasReset(error: unknown): boolean {
  return (
    error instanceof ConnectionError &&
    /^connection$|reset|EPIPE|SOCKET|ConnectionClosed/i.test(listCodes(error))
  );
}

/** The codes along the chain of causes. */
function listCodes({ code, cause }: Error & { readonly code?: unknown }): string {
  return `${String(code ?? "")}${cause instanceof Error ? listCodes(cause) : ""}`;
}
