import { expand } from "./expand.js";
import type { Style } from "./parameter.js";

/** A value in a header, style `simple`. A header has no escapes (OpenAPI 3.1 appendix D). */
export function writeHeader(value: unknown, { name, explode }: Style): string | undefined {
  return expand(value, { name, explode, escape: (text) => text, first: "", separator: ",", isNamed: false });
}
