import { isJson } from "../../spec/media-type.js";
import type { EncodingEntry, OperationEntry } from "./operations-text.js";
import type { PointedProblem } from "../problem.js";

type Limit = (operation: OperationEntry) => string | undefined;

/** An address without TLS that is not on loopback: a credential may not go there. */
const CLEAR = /^http:\/\/(?!localhost[:/]|localhost$|127(?:\.\d+){3}|\[::1\])/i;

/** What the generated client does not write, each with the words for one operation; undefined where it is not met. */
const LIMITS: readonly Limit[] = [
  // RFC 9110 §9.3.1, §9.3.2 and §9.3.8: a body has no meaning there, and fetch refuses to send one.
  ({ method, requestBody }) =>
    requestBody !== undefined && ["GET", "HEAD", "TRACE"].includes(method)
      ? `fetch sends no body with ${method}`
      : undefined,
  ({ method }) => (method === "TRACE" ? "fetch does not send TRACE" : undefined),
  ({ servers = [] }) =>
    servers.length > 0 && servers.every((url) => CLEAR.test(url))
      ? `the client sends nothing to ${servers[0]}, which has no TLS; give it a \`baseUrl\``
      : undefined,
  ({ security }) => {
    const foreign = security.flat().filter(({ write }) => write === undefined);
    const names = foreign.map(({ key, kind }) => `"${key}" (${kind || "which the document does not have"})`);
    return names.length > 0
      ? `the client sends no credential for ${[...new Set(names)].join(", ")}; give it a \`fetch\` that does`
      : undefined;
  },
  ({ parameters }) => {
    const names = parameters.filter(({ in: place }) => place === "cookie").map(({ name }) => `"${name}"`);
    return names.length > 0
      ? `the client does not send the cookie ${names.join(", ")} from a browser, which lets no page choose it`
      : undefined;
  },
  ({ requestBody }) => {
    const parts = (requestBody?.content ?? []).flatMap(({ encoding = new Map<string, EncodingEntry>() }) => [
      ...encoding,
    ]);
    const names = parts.flatMap(([part, { unsent }]) => unsent.map((name) => `"${name}" of "${part}"`));
    return names.length > 0
      ? `the client does not send the header ${names.join(", ")}, which has no value; give its schema a constant or a default`
      : undefined;
  },
  ({ requestBody }) => {
    const types = (requestBody?.content ?? []).map(({ mediaType }) => mediaType);
    const foreign = types.find((type) => !isJson(type) && FOREIGN_CHARSET.test(type));
    // The letters of a form are escaped as UTF-8, whatever it is called (URL standard §5.2).
    const form = types.find((type) => /urlencoded\s*;.*charset\s*=\s*"?(?!utf-?8)/i.test(type));
    const type = foreign ?? form;
    return (
      type &&
      `the client writes no text in the charset of ${type}; ${foreign ? "give its bytes" : "it writes UTF-8"}`
    );
  },
  ({ responses }) => {
    const successes = responses.filter(({ status }) => status.startsWith("2"));
    const isStream = successes.some(({ content }) =>
      content.some(({ mediaType }) => /^text\/event-stream/i.test(mediaType)),
    );
    return isStream ? "the client gives text/event-stream as one text, when it has ended" : undefined;
  },
];

/** A charset that is neither UTF-8, nor a part of it, nor a byte a character. */
const FOREIGN_CHARSET = /;\s*charset\s*=\s*(?!"?(?:utf-?8|us-ascii|iso-8859-1|latin1)"?\s*(?:;|$))/i;

/** A warning for each limit that an operation meets: types and validators are whole, a call of the method is not. */
export function findClientLimits(operation: OperationEntry, pointer: string): readonly PointedProblem[] {
  return LIMITS.flatMap((describe) => {
    const words = describe(operation);
    if (words === undefined) return [];
    return [{ severity: "warning", rule: "client", message: `${operation.key}: ${words}`, pointer }];
  });
}
