import { localPointer, readMember, readPointer } from "../../json/pointer.js";
import { listParts } from "../../spec/structure.js";
import type { PointedProblem } from "../problem.js";
import { indexReferences, type FindTarget } from "../source/schema-references.js";

/** What no stage may hand on: a reference of the bundled document that leads nowhere in it. */
export function findDanglingReferences(root: unknown): PointedProblem[] {
  // Most documents have neither `$id` nor `$anchor`, and need no index.
  let findTarget: FindTarget | undefined;
  const problems: PointedProblem[] = [];
  for (const { kind, value, pointer } of listParts({ root })) {
    const ref = readMember(value, "$ref");
    if (typeof ref !== "string" || kind === "map") continue;
    const target = localPointer(ref);
    const isFound = target !== undefined && readPointer(root, target) !== undefined;
    if (isFound || (kind === "schema" && (findTarget ??= indexReferences(root))(pointer, ref) !== undefined))
      continue;
    const message = `$ref ${JSON.stringify(ref)} leads nowhere in the bundled document`;
    problems.push({ severity: "error", rule: "bundle", message, pointer: `${pointer}/$ref` });
  }
  return problems;
}
