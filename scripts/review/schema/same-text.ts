import { isRecord, localPointer } from "../../json/pointer.js";
import { childOf, placeAt } from "../../json/place.js";
import { dependsOnVersion } from "../../spec/dialect.js";
import type { Place } from "../document/document.js";
import type { Node } from "./flatten.js";

/** Whether two nodes are written alike, references followed, member order aside. */
export function areWrittenAlike(before: Node, after: Node): boolean {
  const seen = new Set<string>();
  const isSame =
    before.length === after.length && before.every((place, index) => isAlike(place, after[index], seen));
  // A loop was taken to add no difference: with none anywhere, all that was met on the way is alike.
  if (isSame && before[0]?.document !== after[0]?.document)
    for (const target of seen) before[0]?.document.alike.set(target, true);
  return isSame;
}

function isAlike(a: Place, b: Place | undefined, seen: Set<string>): boolean {
  if (b === undefined) return false;
  const first = a.value;
  const second = b.value;
  if (Array.isArray(first) && Array.isArray(second)) {
    return (
      first.length === second.length &&
      first.every((_, index) => isAlike(childOf(a, index), childOf(b, index), seen))
    );
  }
  if (!isRecord(first) || !isRecord(second)) return first === second;
  if (a.document.dialect !== b.document.dialect && [first, second].some(dependsOnVersion)) return false;
  const keys = Object.keys(first);
  if (keys.length !== Object.keys(second).length) return false;
  return keys.every((key) => key in second && isMemberAlike(a, b, key, seen));
}

function isMemberAlike(a: Place, b: Place, key: string, seen: Set<string>): boolean {
  const first = childOf(a, key).value;
  const target = key === "$ref" && typeof first === "string" ? localPointer(first) : undefined;
  if (target === undefined || first !== childOf(b, key).value) {
    return isAlike(childOf(a, key), childOf(b, key), seen);
  }
  // The same reference on both sides: alike when what it leads to is; a loop adds no difference.
  const known = a.document === b.document ? undefined : a.document.alike.get(target);
  if (known !== undefined) return known;
  if (seen.has(target)) return true;
  seen.add(target);
  const isSame = isAlike(placeAt(a.document, target), placeAt(b.document, target), seen);
  if (!isSame && a.document !== b.document) a.document.alike.set(target, false);
  return isSame;
}
