import { listPairs } from "./list-pairs.js";
import type { Escape, Pairs, Style } from "./parameter.js";

/** Style `spaceDelimited`: `color=blue%20black`. */
export function writeSpaceDelimited(value: unknown, style: Style, escape?: Escape): Pairs {
  return listPairs(value, style, escape?.(" ") ?? "%20", escape);
}
