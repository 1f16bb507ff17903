import { chooseEscape, escapeAll } from "../escape.js";
import type { Escape, Pairs, Style } from "./parameter.js";
import { isCompound, listMembers, toText } from "../value.js";

/** The styles of a query that differ in their delimiter alone. An escape that is given counts for names and values. */
export function listPairs(value: unknown, style: Style, delimiter: string, escape?: Escape): Pairs {
  const [escapeName, escapeValue] = [escape ?? escapeAll, escape ?? chooseEscape(style)];
  const name = escapeName(style.name);
  if (!isCompound(value)) return [[name, escapeValue(toText(value))]];
  const isList = Array.isArray(value);
  const members = listMembers(value).map(
    ([key, member]) => [escapeName(key), escapeValue(toText(member))] as const,
  );
  if (style.explode) return isList ? members.map(([, text]) => [name, text]) : members;
  if (members.length === 0) return [];
  return [[name, (isList ? members.map(([, text]) => text) : members.flat()).join(delimiter)]];
}
