import type { Checks } from "../measure.js";
import { countKeys, isRecord, type Fields, type Issue } from "./hand-parts.js";

export function moltar(): Checks {
  return { is: isOpen, all: (value) => (isOpen(value) ? [] : WRONG) };
}

export function closed(): Checks {
  return { is: isClosed, all: (value) => (isClosed(value) ? [] : WRONG) };
}

const WRONG: readonly Issue[] = [{ message: "is wrong", path: [] }];

function isOpen(value: unknown): boolean {
  return (
    isRecord(value) && hasFlat(value) && isRecord(value["deeplyNested"]) && isInner(value["deeplyNested"])
  );
}

function isClosed(value: unknown): boolean {
  if (!isRecord(value) || !hasFlat(value)) return false;
  const inner = value["deeplyNested"];
  return isRecord(inner) && isInner(inner) && countKeys(inner) === 3 && countKeys(value) === 7;
}

function hasFlat(value: Fields): boolean {
  return (
    typeof value["number"] === "number" &&
    typeof value["negNumber"] === "number" &&
    typeof value["maxNumber"] === "number" &&
    typeof value["string"] === "string" &&
    typeof value["longString"] === "string" &&
    typeof value["boolean"] === "boolean"
  );
}

function isInner(value: Fields): boolean {
  return (
    typeof value["foo"] === "string" && typeof value["num"] === "number" && typeof value["bool"] === "boolean"
  );
}
