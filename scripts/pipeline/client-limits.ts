import type { OperationEntry } from "./operations-text.js";
import type { PointedProblem } from "./problem.js";

type Limit = (operation: OperationEntry, server: string) => string | undefined;

/** What the generated client does not write, each with the words for one operation; undefined where it is not met. */
const LIMITS: readonly Limit[] = [
  // RFC 9110 §9.3.1, §9.3.2 and §9.3.8: a body has no meaning there, and fetch refuses to send one.
  ({ method, requestBody }) =>
    requestBody !== undefined && ["GET", "HEAD", "TRACE"].includes(method)
      ? `fetch sends no body with ${method}`
      : undefined,
  ({ method }) => (method === "TRACE" ? "fetch does not send TRACE" : undefined),
  ({ servers = [] }, server) => {
    const [own = server] = servers;
    return own === server ? undefined : `the client sends it to ${server}, not to ${own}`;
  },
  ({ parameters }) => {
    const names = parameters.filter(({ in: place }) => place === "cookie").map(({ name }) => `"${name}"`);
    return names.length > 0
      ? `a browser does not let the client send the cookie ${names.join(", ")}`
      : undefined;
  },
];

/** A warning for each limit that an operation meets: types and validators are whole, a call of the method is not. */
export function findClientLimits(
  operation: OperationEntry,
  pointer: string,
  server: string,
): readonly PointedProblem[] {
  return LIMITS.flatMap((describe) => {
    const words = describe(operation, server);
    if (words === undefined) return [];
    return [{ severity: "warning", rule: "client", message: `${operation.key}: ${words}`, pointer }];
  });
}
