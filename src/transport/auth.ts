import type { Credentials } from "./credentials.js";
import type { Layer } from "./index.js";

/** Innermost, so that no other layer ever sees the key. It goes to the origin of the client and to no other. */
export const auth =
  (credentials: Credentials, origin: string): Layer =>
  (next) =>
  async (request, call) => {
    if (request.url.origin !== origin)
      throw new TypeError(`not sent: the client does not speak to ${request.url.host}`);
    const pass = call.pass ?? (await credentials.issue(call));
    const headers = new Headers(request.headers);
    pass.authorize(headers);
    return next({ ...request, headers }, call);
  };
