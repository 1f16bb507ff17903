import { createHash } from "node:crypto";
import { splitPointer } from "../../json/pointer.js";
import { canonicalText } from "../../json/value.js";
import type { OperationSides } from "../differ/facts.js";
import type { Place } from "../document/document.js";
import type { Finding } from "../judge/findings.js";

/** Rule, place and a short hash of what it was and is: no line and no index, which move with other edits. */
export function createId({ rule, base, head, name, was, now, operations }: Finding): string {
  const place = head ?? base;
  const path = place === undefined ? "document" : namePlace(place, operations[0]);
  const hash = createHash("sha256").update(canonicalText([path, name, was, now]));
  return `${rule}@${path}#${hash.digest("hex").slice(0, 6)}`;
}

/** What an operation is called; empty for none. */
export function nameOperation(operation: OperationSides | undefined): string {
  return (operation?.head ?? operation?.base)?.name ?? "";
}

function namePlace({ pointer }: Place, sides: OperationSides | undefined): string {
  const operation = sides?.head ?? sides?.base;
  const isInside = operation !== undefined && pointer.startsWith(`${operation.place.pointer}/`);
  const rest = isInside ? pointer.slice(operation.place.pointer.length) : pointer;
  const segments = splitPointer(rest).filter((segment) => !isIndex(segment) && segment !== "components");
  return [...(isInside ? [nameOperation(sides)] : []), ...segments].join(".") || "document";
}

/** An index of a list; a status has three digits. */
function isIndex(segment: string): boolean {
  return /^\d{1,2}$/.test(segment);
}
