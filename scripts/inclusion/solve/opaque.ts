import type { Node, Opaque } from "../node/node.js";

export function isOpaque(node: Node): node is Opaque {
  return node.kind === "opaque";
}

/**
 * Whether the same format or pattern is asked and denied of values of one type: no such value, whatever it means.
 */
export function isDenied(parts: readonly Node[]): boolean {
  const denied = new Set(parts.flatMap((part) => nameOf(part, false) ?? []));
  return denied.size > 0 && parts.some((part) => denied.has(nameOf(part, true) ?? ""));
}

function nameOf(node: Node, isAsked: boolean): string | undefined {
  if (isOpaque(node)) return node.positive === isAsked ? `opaque ${node.name}` : undefined;
  if (node.kind !== "pattern" && node.kind !== "not-pattern") return undefined;
  return (node.kind === "pattern") === isAsked ? `pattern ${node.pattern}` : undefined;
}
