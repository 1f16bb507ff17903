import { isRecord } from "../../../json/pointer.js";
import { distinct } from "../../../json/value.js";
import type { Checker } from "../compile-schemas.js";
import type { TextForm } from "../../differ/message.js";
import { separatorOf } from "./text-form.js";

/** Checks texts as a receiver does, who does not tell `5` from `"5"`, nor one item from a list of one: any reading that matches is taken. */
export function readAsText(checker: Checker, form: TextForm): Checker {
  const separator = separatorOf(form);
  return {
    accepts: (texts) => listReadings(texts, separator).some(checker.accepts),
    issues: (texts) => {
      const all = listReadings(texts, separator).map(checker.issues);
      return all.toSorted((a, b) => weigh(a) - weigh(b))[0] ?? [];
    },
  };
}

/** The reading that was meant is of the right types. */
function weigh(issues: ReturnType<Checker["issues"]>): number {
  return issues.reduce((sum, { keyword }) => sum + (keyword === "type" ? 100 : 1), 0);
}

/** The values that some texts may stand for. */
function listReadings(texts: unknown, separator: string | undefined): unknown[] {
  const shapes = Array.isArray(texts) ? listShapes(texts, separator) : [texts];
  return distinct(shapes.flatMap((shape) => [shape, mapLeaves(shape, parseLeaf)]));
}

function listShapes(texts: readonly unknown[], separator: string | undefined): unknown[] {
  const [only] = texts;
  if (texts.length === 1)
    return typeof only === "string" && separator !== undefined
      ? [only, texts, only.split(separator)]
      : [only, texts];
  return separator === undefined ? [texts] : [texts, texts.join(separator)];
}

function mapLeaves(value: unknown, map: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, map));
  if (!isRecord(value)) return map(value);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapLeaves(member, map)]));
}

function parseLeaf(leaf: unknown): unknown {
  if (leaf === "true" || leaf === "false") return leaf === "true";
  return typeof leaf === "string" && /^-?\d+(?:\.\d+)?$/.test(leaf) ? Number(leaf) : leaf;
}
