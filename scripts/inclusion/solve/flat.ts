import { singleName } from "../atoms/object.js";
import type { Node } from "../node/node.js";

const FLAT = new Set<Node["kind"]>([
  "everything",
  "nothing",
  "types",
  "one-of",
  "none-of",
  "minimum",
  "exclusive-minimum",
  "maximum",
  "exclusive-maximum",
  "multiple",
  "not-multiple",
  "min-length",
  "max-length",
  "min-items",
  "max-items",
  "min-properties",
  "max-properties",
  "required",
]);

/** Whether the denial of a branch is cheap: it says something of sizes, names and plain values alone. */
export function isFlat(node: Node): boolean {
  if (node.kind === "and") return node.operands.length <= 3 && node.operands.every(isFlat);
  if (node.kind !== "each-property") return FLAT.has(node.kind);
  if (singleName(node.names) === undefined) return false;
  const parts = node.value.kind === "and" ? node.value.operands : [node.value];
  return parts.every(({ kind }) => FLAT.has(kind));
}
