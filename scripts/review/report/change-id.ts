import { createHash } from "node:crypto";
import { splitPointer } from "../../json/pointer.js";
import { canonicalText } from "../../json/value.js";
import type { OperationSides } from "../differ/facts.js";
import type { Place } from "../document/document.js";
import type { Finding } from "../judge/findings.js";

/**
 * Rule, place and a short hash of what it was and is: no line and no index, which move with other edits. The place of a
 * schema's change is where it counts in a message, wherever the schema is written.
 */
export function createId(finding: Finding): string {
  return write(finding, finding.spot === undefined ? undefined : nameSpot(finding.spot, finding.operations));
}

/** The ids by which the same change may have been accepted: by where it is written, and of what was joined to it. */
export function listAliases(finding: Finding): readonly string[] {
  const joined = (finding.joined ?? []).flatMap((each) => [createId(each), ...listAliases(each)]);
  return finding.spot === undefined ? joined : [write(finding, undefined), ...joined];
}

function write({ rule, base, head, name, was, now, operations }: Finding, spot: string | undefined): string {
  const place = head ?? base;
  const path = spot ?? (place === undefined ? "document" : namePlace(place, operations[0]));
  const hash = createHash("sha256").update(canonicalText([path, name, was, now]));
  return `${rule}@${path}#${hash.digest("hex").slice(0, 6)}`;
}

/** The rule that an id begins with: its name is the same wherever the change stands. */
export function readRule(id: string): string {
  return id.split("@", 1)[0] ?? id;
}

/** What an operation is called; empty for none. */
export function nameOperation(operation: OperationSides | undefined): string {
  return (operation?.head ?? operation?.base)?.name ?? "";
}

/** Of several operations the first by name, so that their order in the document does not count. */
function nameSpot(spot: string, operations: readonly OperationSides[]): string {
  const [operation = ""] = operations.map(nameOperation).toSorted();
  return `${operation === "" ? "" : `${operation}.`}${spot.replaceAll("`", "").replaceAll(/\s+/g, "-")}`;
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
