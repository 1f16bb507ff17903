import { chooseEscape, escapeAll } from "../escape.js";
import type { Escape, Pairs, Style } from "./parameter.js";
import { isCompound, toText } from "../value.js";

/** Style `deepObject`: `color[R]=100`, at any depth; items of an array by their index, as qs writes them. */
export function writeDeepObject(value: unknown, style: Style, escape?: Escape): Pairs {
  const [escapeName, escapeValue] = [escape ?? escapeAll, escape ?? chooseEscape(style)];
  const list = (name: string, inner: unknown): Pairs => {
    if (!isCompound(inner)) return [[name, escapeValue(toText(inner))]];
    return Object.entries(inner).flatMap(([key, member]) => list(name + escapeName(`[${key}]`), member));
  };
  return list(escapeName(style.name), value);
}
