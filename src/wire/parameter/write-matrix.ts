import { escapeAll } from "../escape.js";
import { expand } from "./expand.js";
import type { Style } from "./parameter.js";

/** A value in a path, style `matrix`: `;color=blue;color=black`. */
export function writeMatrix(value: unknown, { name, explode }: Style): string | undefined {
  return expand(value, { name, explode, escape: escapeAll, first: ";", separator: ";", isNamed: true });
}
