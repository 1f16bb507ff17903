import type { Signable } from "./credential.js";
import { explainText, setHeader } from "./token.js";

/** What a cookie may not hold as it is: RFC 6265 §4.1.1, "cookie-octet". */
const ESCAPED = /[^!#-+\--:<-[\]-~]/gu;

/** A key as a cookie, behind those that the call has. A browser sends only the cookies that it keeps itself. */
export function writeCookieKey(request: Signable, credential: unknown, name: string): Signable | string {
  const problem = explainText(credential);
  if (problem) return problem;
  const { cookie } = request.headers;
  const value = String(credential)
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(ESCAPED, encodeURIComponent);
  const pair = `${name}=${value}`;
  return setHeader(request, "cookie", cookie ? `${cookie}; ${pair}` : pair);
}
