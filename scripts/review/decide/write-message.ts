/** The request or response that carries a value, as it can be sent. */
import { PATH_STYLES, QUERY_STYLES } from "../../../src/wire/parameter/styles.js";
import { writeForm } from "../../../src/wire/parameter/write-form.js";
import { writeSimple } from "../../../src/wire/parameter/write-simple.js";
import { readStyle } from "../../spec/style.js";
import { isRecord } from "../../json/pointer.js";
import type { Message, MessagePart, TextForm } from "../differ/message.js";
import type { SchemaUse } from "../differ/facts.js";
import { listStatuses, pickStatus } from "../differ/status.js";
import { separatorOf } from "./text/text-form.js";

type Parameter = Extract<MessagePart, { readonly kind: "parameter" }>;

/** The message whose part is this value; of what is written as text, these are its texts. */
export function toMessage(use: Pick<SchemaUse, "part" | "text" | "operation">, value: unknown): Message {
  const { part, text } = use;
  switch (part.kind) {
    case "body":
      return { kind: "request", contentType: part.mediaType, body: value };
    case "component":
      return { kind: "request", body: value };
    case "parameter":
      return { kind: "request", ...writeParameter(part, text ?? plainForm(part.in), unwrap(value, text)) };
    case "response":
      return {
        kind: "response",
        status: pickStatus(part.status, listStatuses(use)),
        contentType: part.mediaType,
        body: value,
      };
    case "header":
      return {
        kind: "response",
        status: pickStatus(part.status, listStatuses(use)),
        headers: { [part.name]: writeField(text ?? plainForm("header"), unwrap(value, text)) },
      };
  }
}

/** A single text as it is; what is no text by its style is written as JSON. */
function unwrap(value: unknown, text: TextForm | undefined): unknown {
  if (text === undefined) return JSON.stringify(value);
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function plainForm(location: string): TextForm {
  return { location, ...readStyle(undefined, location) };
}

function writeParameter(
  part: Parameter,
  form: TextForm,
  value: unknown,
): Omit<Extract<Message, { readonly kind: "request" }>, "kind"> {
  const { in: location, name } = part;
  if (location === "header") return { headers: { [name]: writeField(form, value) } };
  if (location === "cookie") {
    const text = writeField(form, value);
    return { headers: { Cookie: `${name}=${encodeURIComponent(text)}` } };
  }
  const style = { ...form, name };
  // By what the client writes.
  if (location === "path")
    return { params: { [name]: (PATH_STYLES[form.style] ?? writeSimple)(value, style) ?? "" } };
  const pairs = (QUERY_STYLES[form.style] ?? writeForm)(value, style);
  const query = new Map<string, string[]>();
  for (const [key, text] of new URLSearchParams(pairs.map((pair) => pair.join("=")).join("&")))
    query.set(key, [...(query.get(key) ?? []), text]);
  return {
    query: Object.fromEntries([...query].map(([key, texts]) => [key, texts.length > 1 ? texts : texts[0]])),
  };
}

/** A field of a header or cookie (OpenAPI 3.1 §4.8.12.2.1, style `simple`). */
function writeField(form: TextForm, value: unknown): string {
  const separator = separatorOf(form) ?? ",";
  if (Array.isArray(value)) return value.join(separator);
  if (!isRecord(value)) return String(value);
  const between = form.explode ? "=" : separator;
  return Object.entries(value)
    .map(([name, member]) => `${name}${between}${String(member)}`)
    .join(separator);
}
