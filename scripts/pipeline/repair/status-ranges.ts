import { appendPointer, isRecord } from "../../json/pointer.js";
import { listParts } from "../../spec/structure.js";
import type { PointedProblem } from "../problem.js";

/** A range of statuses has a capital X (OpenAPI 3.1 §4.8.16.2). In place. */
export function capitalizeRanges(root: unknown): PointedProblem[] {
  const problems: PointedProblem[] = [];
  for (const { kind, value, pointer } of listParts({ root })) {
    if (kind !== "responses" || !isRecord(value)) continue;
    for (const status of Object.keys(value).filter((key) => /^[1-5]xx$/i.test(key))) {
      const range = status.toUpperCase();
      if (range === status || Object.hasOwn(value, range)) continue;
      Reflect.set(value, range, value[status]);
      Reflect.deleteProperty(value, status);
      const message = `A range of statuses is written with a capital X. It is read as \`${range}\``;
      problems.push({
        severity: "warning",
        rule: "struct",
        message,
        pointer: appendPointer(pointer, status),
      });
    }
  }
  return problems;
}
