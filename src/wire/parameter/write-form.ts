import { listPairs } from "./list-pairs.js";
import type { Escape, Pairs, Style } from "./parameter.js";

/** Style `form`: `color=blue&color=black`, or `color=blue,black`. */
export function writeForm(value: unknown, style: Style, escape?: Escape): Pairs {
  return listPairs(value, style, ",", escape);
}
