import { listPairs } from "./list-pairs.js";
import type { Escape, Pairs, Style } from "./parameter.js";

/** Style `pipeDelimited`: `color=blue%7Cblack`. */
export function writePipeDelimited(value: unknown, style: Style, escape?: Escape): Pairs {
  return listPairs(value, style, escape?.("|") ?? "%7C", escape);
}
