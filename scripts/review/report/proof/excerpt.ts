import { isRecord } from "../../../json/pointer.js";
import { shorten } from "../../../json/shorten.js";

/** The longest value at the end of a path that is shown whole. */
const MAX_LENGTH = 200;

/** JSON as far as a path leads through it, with `…` for what stands beside: `{…,"a":[…,{"b":null},…]}`. */
export function excerptJson(value: unknown, path: readonly (string | number)[]): string {
  const [key, ...rest] = path;
  if (typeof key === "number" && Array.isArray(value) && key in value) {
    const inner = excerptJson(value[key], rest);
    return `[${key > 0 ? "…," : ""}${inner}${key < value.length - 1 ? ",…" : ""}]`;
  }
  if (key !== undefined && isRecord(value) && Object.hasOwn(value, key)) {
    const keys = Object.keys(value);
    const member = `${JSON.stringify(key)}:${excerptJson(value[key], rest)}`;
    return `{${keys[0] === String(key) ? "" : "…,"}${member}${keys.at(-1) === String(key) ? "" : ",…"}}`;
  }
  const text = JSON.stringify(value);
  if (text.length <= MAX_LENGTH) return text;
  // A name that is missing stands beside none of the others.
  return key !== undefined && isRecord(value) ? "{…}" : shorten(outline(value), MAX_LENGTH);
}

/** What the path ends at, with its own names and nothing below them. */
function outline(value: unknown): string {
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) =>
      `${JSON.stringify(key)}:${typeof member === "object" && member !== null ? "…" : JSON.stringify(member)}`,
  );
  return `{${members.join(",")}}`;
}
