import { escapeAll } from "../escape.js";
import { expand } from "./expand.js";
import type { Style } from "./parameter.js";

/** A value in a path, style `label`: `.blue.black`. */
export function writeLabel(value: unknown, { name, explode }: Style): string | undefined {
  return expand(value, { name, explode, escape: escapeAll, first: ".", separator: ".", isNamed: false });
}
