/** The request or response that carries a value, as it can be sent. */
import { chooseWriter } from "../../../src/wire/parameter/styles.js";
import { writeHeader } from "../../../src/wire/parameter/write-header.js";
import { readStyle } from "../../spec/style.js";
import type { Message, MessagePart, TextForm } from "../differ/message.js";
import type { SchemaUse } from "../differ/facts.js";
import { listStatuses, pickStatus } from "../differ/status.js";

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
        headers: { [part.name]: writeHeader(unwrap(value, text), { ...text, name: part.name }) ?? "" },
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

/** By what the client writes. */
function writeParameter(
  { in: location, name }: Parameter,
  form: TextForm,
  value: unknown,
): Omit<Extract<Message, { readonly kind: "request" }>, "kind"> {
  const written = chooseWriter(location, form.style, false)(value, { ...form, name }) ?? "";
  if (typeof written === "string")
    return location === "path" ? { params: { [name]: written } } : { headers: { [name]: written } };
  const pairs = written.map((pair) => pair.join("="));
  if (location === "cookie") return { headers: { Cookie: pairs.join("; ") } };
  const query = new Map<string, string[]>();
  for (const [key, text] of new URLSearchParams(pairs.join("&")))
    query.set(key, [...(query.get(key) ?? []), text]);
  return {
    query: Object.fromEntries([...query].map(([key, texts]) => [key, texts.length > 1 ? texts : texts[0]])),
  };
}
