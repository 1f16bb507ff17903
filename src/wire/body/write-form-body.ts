import { refuseBody, type BodyEntry, type Encoding, type WrittenBody } from "./body.js";
import { isBytes, classOf } from "../bytes.js";
import { toContentText } from "../content-text.js";
import { escapeAll } from "../escape.js";
import type { Pairs } from "../parameter/parameter.js";
import { copyValue, isCompound, toNumbers } from "../value.js";

/**
 * A form in the syntax of a query (URL standard §5.1): an array is a pair for each item, an object is JSON, unless the
 * document chooses a style (OpenAPI 3.1 §4.8.15). URLSearchParams and a text are sent as they are.
 */
export function writeFormBody(
  body: unknown,
  mediaType: string,
  { validate, encoding = {} }: BodyEntry,
): WrittenBody<"form"> {
  const headers = { "content-type": mediaType };
  if (typeof body === "string" || classOf(body) === "URLSearchParams")
    return { issues: [], value: new URLSearchParams(String(body)), body: String(body), headers };
  let value: unknown;
  try {
    value = copyValue(body, isBytes);
  } catch {
    // A cycle, or a toJSON that throws.
  }
  if (!isCompound(value) || Array.isArray(value) || isBytes(value))
    return refuseBody(`the body is ${mediaType}: it must be an object without cycles, or URLSearchParams`);
  if (Object.values(value).some(isBytes))
    return refuseBody(`the body is ${mediaType}: it cannot hold bytes, only text`);
  const issues = validate?.(toNumbers(value)) ?? [];
  const pairs = Object.entries(value).flatMap(([name, member]) =>
    writeMember(name, member, Object.hasOwn(encoding, name) ? encoding[name] : undefined),
  );
  const text = pairs.map((pair) => pair.join("=")).join("&");
  return { issues, value, body: text.replaceAll("%20", "+"), headers };
}

function writeMember(name: string, member: unknown, { write, contentType, ...style }: Encoding = {}): Pairs {
  if (write) return write(member, { name, ...style });
  const items = Array.isArray(member) ? member.filter((item) => item !== null) : [member];
  return items.map((item) => [escapeAll(name), escapeAll(toContentText(item, contentType))]);
}
