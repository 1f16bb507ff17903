import { refuseBody, type BodyEntry, type Encoding, type WrittenBody } from "./body.js";
import { createBlob, isBytes, isStream, classOf, type Bytes } from "../bytes.js";
import { toContentText } from "../content-text.js";
import type { Issue, Validate } from "../parameter/parameter.js";
import { copyValue, isCompound, toNumbers } from "../value.js";

/** A part: bytes are a file. */
type Part = readonly [name: string, content: string | Exclude<Bytes, ReadableStream>, encoding: Encoding];

/**
 * A form of parts (RFC 7578): an array is a part for each item, bytes are a file, an object is JSON, unless the document
 * says otherwise (OpenAPI 3.1 §4.8.15). A FormData is sent with its own parts.
 */
export function writeMultipartBody(
  body: unknown,
  mediaType: string,
  { validate, encoding = {} }: BodyEntry,
): WrittenBody<"multipart"> {
  const isFormData = classOf(body) === "FormData";
  const value = isFormData ? gather(body as FormData) : copy(body);
  if (!isCompound(value) || Array.isArray(value) || isBytes(value))
    return refuseBody(`the body is ${mediaType}: it must be an object without cycles, or a FormData`);
  const members = Object.entries(value);
  if (members.flatMap(([, member]) => member).some(isStream))
    return refuseBody(`the body is ${mediaType}: a part cannot be a ReadableStream, but a Blob`);
  const parts = members.flatMap(([name, member]) =>
    listParts(name, member, Object.hasOwn(encoding, name) ? encoding[name] : undefined),
  );
  const boundary = `part-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
  return {
    // A FormData has texts where the document has numbers.
    issues: isFormData ? [] : checkParts(value, validate),
    value: dropBytes(value),
    body: createBlob([...parts.flatMap((part) => writePart(part, boundary)), `--${boundary}--\r\n`]),
    headers: { "content-type": `${mediaType.replace(/;\s*boundary=.*/i, "")}; boundary=${boundary}` },
  };
}

function copy(body: unknown): unknown {
  try {
    return copyValue(body, isBytes);
  } catch {
    return undefined;
  }
}

/** Names may repeat. */
function gather(form: FormData): object {
  const members = new Map<string, unknown[]>();
  for (const [name, value] of form as unknown as Iterable<[string, unknown]>)
    members.set(name, [...(members.get(name) ?? []), value]);
  return Object.fromEntries(members);
}

function listParts(name: string, member: unknown, encoding: Encoding = {}): readonly Part[] {
  const { write, contentType, ...style } = encoding;
  if (write && !isBytes(member))
    return write(member, { name, ...style }, (text) => text).map(([key, text]) => [key, text, {}]);
  const items: readonly unknown[] = Array.isArray(member) ? member.filter((item) => item !== null) : [member];
  return items.map((item) =>
    isBytes(item) && !isStream(item)
      ? [name, item, encoding]
      : [
          name,
          toContentText(item, contentType),
          isCompound(item) ? { contentType: "application/json", ...encoding } : encoding,
        ],
  );
}

const OF_TEXTS: ReadonlySet<string> = new Set(["minLength", "pattern", "format"]);

/** Only what validators can know of bytes is asked of them: they are shown an empty string in their place. */
function checkParts(value: object, validate: Validate | undefined): readonly Issue[] {
  const isAtBytes = ({ path }: Issue): boolean =>
    isBytes(path.reduce<unknown>((inner, key) => Object(inner)[key], value));
  const issues = validate?.(toNumbers(standIn(value))) ?? [];
  return issues.filter((issue) => !OF_TEXTS.has(issue.keyword) || !isAtBytes(issue));
}

function standIn(value: unknown): unknown {
  if (!isCompound(value)) return value;
  if (isBytes(value)) return "";
  if (Array.isArray(value)) return value.map(standIn);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, standIn(member)]));
}

function dropBytes(value: object): unknown {
  return JSON.parse(JSON.stringify(toNumbers(standIn(value))));
}

function writePart([name, content, { contentType, headers = {} }]: Part, boundary: string): unknown[] {
  const isFile = typeof content !== "string";
  const { name: fileName = "blob", type = "" } = Object(content) as { name?: string; type?: string };
  // A list of types, or a range, says only what is allowed.
  const single = contentType && !/[,*]/.test(contentType) ? contentType : undefined;
  const declared = single ?? (isFile ? type || "application/octet-stream" : undefined);
  const disposition = [
    "form-data",
    `name="${quote(name)}"`,
    ...(isFile ? [`filename="${quote(fileName)}"`] : []),
  ];
  const fields = {
    "Content-Disposition": disposition.join("; "),
    ...(declared ? { "Content-Type": declared } : {}),
    ...headers,
  };
  const lines = Object.entries(fields).map(([field, text]) => `${field}: ${text}\r\n`);
  return [`--${boundary}\r\n${lines.join("")}\r\n`, content, "\r\n"];
}

/** As browsers write names in a form (HTML standard, "multipart/form-data encoding algorithm"). */
function quote(name: string): string {
  return name.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
}
