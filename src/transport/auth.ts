import type { IssuePass } from "./credentials.js";
import type { Layer } from "./index.js";

/** Innermost, so that no other layer ever sees the key. It goes to the origin of the client and to no other. */
export const auth =
  (issue: IssuePass, origin: string): Layer =>
  (next) =>
  async (request, call) => {
    if (request.url.origin !== origin)
      throw new TypeError(`not sent: the key is not for ${request.url.host}`);
    const headers = new Headers(request.headers);
    (call.pass ?? (await issue(call))).authorize(headers);
    return next({ ...request, headers }, call);
  };
