import { isRecord } from "../../json/pointer.js";

/** What fits into the column of the page without scrolling. */
const WIDTH = 60;

type Write = { readonly key: (name: string) => string; readonly comma: "," | "" };

const TYPESCRIPT: Write = { key: writeName, comma: "," };
const JSON_TEXT: Write = { key: (name) => JSON.stringify(name), comma: "" };

/** A JSON value as TypeScript: on one line where it is short. */
export function writeLiteral(value: unknown, indent = ""): string {
  return write(value, indent, TYPESCRIPT);
}

/** A JSON value as JSON, in the same lines. */
export function writeJson(value: unknown, indent = ""): string {
  return write(value, indent, JSON_TEXT);
}

/** A name as the key of an object: in quotes where it has to be. `__proto__` is a key only when it is computed. */
function writeName(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function write(value: unknown, indent: string, style: Write): string {
  const [open, close, parts] = takeApart(value, style);
  if (open === "") return close;
  if (parts.length === 0) return `${open}${close}`;
  const short = parts.map(([key, member]) => `${key}${write(member, "", style)}`).join(", ");
  const space = open === "{" ? " " : "";
  if (indent.length + short.length < WIDTH && !short.includes("\n"))
    return `${open}${space}${short}${space}${close}`;
  const inner = `${indent}  `;
  const lines = parts.map(([key, member]) => `${inner}${key}${write(member, inner, style)}`);
  return `${open}\n${lines.join(",\n")}${style.comma}\n${indent}${close}`;
}

type Parts = readonly (readonly [key: string, member: unknown])[];

/** A value without members is all in its second part. */
function takeApart(value: unknown, { key }: Write): readonly [open: string, close: string, parts: Parts] {
  if (Array.isArray(value)) return ["[", "]", value.map((item) => ["", item] as const)];
  if (!isRecord(value)) return ["", JSON.stringify(value), []];
  return ["{", "}", Object.entries(value).map(([name, member]) => [`${key(name)}: `, member] as const)];
}
