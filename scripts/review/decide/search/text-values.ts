import { isRecord } from "../../../json/pointer.js";
import { distinct } from "../../../json/value.js";
import type { Checker } from "../compile-schemas.js";

/** A parameter or header travels as text, which does not tell `5` from `"5"`: any reading that fits is taken. */
export function readAsText(checker: Checker): Checker {
  return {
    accepts: (value) => readings(value).some(checker.accepts),
    issues: (value) => {
      const [first = [], ...others] = readings(value).map(checker.issues);
      return others.reduce((best, issues) => (issues.length < best.length ? issues : best), first);
    },
  };
}

function readings(value: unknown): unknown[] {
  return distinct([value, mapLeaves(value, writeLeaf), mapLeaves(value, parseLeaf)]);
}

function mapLeaves(value: unknown, map: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, map));
  if (!isRecord(value)) return map(value);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapLeaves(member, map)]));
}

function writeLeaf(leaf: unknown): unknown {
  return typeof leaf === "number" || typeof leaf === "boolean" ? String(leaf) : leaf;
}

function parseLeaf(leaf: unknown): unknown {
  if (leaf === "true" || leaf === "false") return leaf === "true";
  return typeof leaf === "string" && /^-?\d+(?:\.\d+)?$/.test(leaf) ? Number(leaf) : leaf;
}
