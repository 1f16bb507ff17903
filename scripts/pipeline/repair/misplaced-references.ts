import { follow, placeAt } from "../../json/place.js";
import { isRecord, readMember, splitPointer } from "../../json/pointer.js";
import { listParts, type Kind } from "../../spec/structure.js";
import type { PointedProblem } from "../problem.js";

/** Objects in whose place no Reference Object may stand (OpenAPI 3.1 §4.8). */
const FIXED: ReadonlySet<Kind> = new Set([
  "components",
  "operation",
  "responses",
  "mediaType",
  "encoding",
  "map",
]);

/** Puts what a reference leads to in its place where no stage looks for a reference. In place. */
export function inlineMisplacedReferences(root: unknown): PointedProblem[] {
  const problems: PointedProblem[] = [];
  for (const place of listParts({ root })) {
    const ref = FIXED.has(place.kind) ? readMember(place.value, "$ref") : undefined;
    if (typeof ref !== "string") continue;
    const target = follow(place).value;
    if (!isRecord(target) || target === place.value) continue;
    const steps = splitPointer(place.pointer);
    const parent = placeAt({ root }, place.pointer.slice(0, place.pointer.lastIndexOf("/"))).value;
    if (isRecord(parent)) Reflect.set(parent, steps.at(-1) ?? "", structuredClone(target));
    const message = "$ref is not expected here. It is read as what it refers to";
    problems.push({ severity: "warning", rule: "struct", message, pointer: `${place.pointer}/$ref` });
  }
  return problems;
}
