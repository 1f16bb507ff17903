import { isPlain } from "../options.js";
import { orUndefined } from "../or-undefined.js";
import type { Content } from "./operation.js";
import { readParams, writeUrl } from "./parameters.js";
import { NOT_JSON, refuse, type Extras, type Written } from "./request.js";

/** What a client of any document has beside JSON bodies. */
export const EXTRAS: Extras = { readParams, writeUrl, writeOther };

/** What is not a form travels as it is, and the platform refuses what it cannot send. */
function writeOther(content: Content, body: unknown): Written {
  const [mediaType = "", validate] = Object.entries(content)[0] ?? [];
  const headers = { "content-type": mediaType };
  if (!/urlencoded/.test(mediaType))
    return { issues: validate?.(body) ?? [], value: body, headers, body: body as RequestInit["body"] };
  const value: unknown = isPlain(body) ? orUndefined(() => JSON.parse(JSON.stringify(body))) : body;
  if (value === undefined) return refuse(`the body ${NOT_JSON}`);
  return { issues: validate?.(value) ?? [], value, headers, body: new URLSearchParams(value as {}) };
}
