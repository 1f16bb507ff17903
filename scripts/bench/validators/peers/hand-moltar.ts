import type { Checks } from "../measure.js";
import {
  addIssue,
  addMissing,
  addUnknown,
  isRecord,
  type Fields,
  type Issue,
  type Place,
} from "./hand-parts.js";

export function moltar(): Checks {
  return { is: isOpen, all: (value) => collect(value, false) };
}

export function closed(): Checks {
  return { is: isClosedRoot, all: (value) => collect(value, true) };
}

function isOpen(value: unknown): boolean {
  return (
    isRecord(value) && hasFlat(value) && isRecord(value["deeplyNested"]) && isInner(value["deeplyNested"])
  );
}

function hasFlat(value: Fields): boolean {
  return (
    Number.isFinite(value["number"]) &&
    Number.isFinite(value["negNumber"]) &&
    Number.isFinite(value["maxNumber"]) &&
    typeof value["string"] === "string" &&
    typeof value["longString"] === "string" &&
    typeof value["boolean"] === "boolean"
  );
}

function isInner(value: Fields): boolean {
  return (
    typeof value["foo"] === "string" && Number.isFinite(value["num"]) && typeof value["bool"] === "boolean"
  );
}

function isClosedRoot(value: unknown): boolean {
  if (!isRecord(value)) return false;
  let count = 0;
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "number":
      case "negNumber":
      case "maxNumber":
        if (!Number.isFinite(field)) return false;
        break;
      case "string":
      case "longString":
        if (typeof field !== "string") return false;
        break;
      case "boolean":
        if (typeof field !== "boolean") return false;
        break;
      case "deeplyNested":
        if (!isClosedInner(field)) return false;
        break;
      default:
        return false;
    }
    count++;
  }
  return count === 7;
}

function isClosedInner(value: unknown): boolean {
  if (!isRecord(value)) return false;
  let count = 0;
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "foo":
        if (typeof field !== "string") return false;
        break;
      case "num":
        if (!Number.isFinite(field)) return false;
        break;
      case "bool":
        if (typeof field !== "boolean") return false;
        break;
      default:
        return false;
    }
    count++;
  }
  return count === 3;
}

const ROOT: Place = { path: [], at: "/components/schemas/Subject" };
const INNER: Place = { path: ["deeplyNested"], at: `${ROOT.at}/properties/deeplyNested` };
const NAMES = ["number", "negNumber", "maxNumber", "string", "longString", "boolean", "deeplyNested"];
const INNER_NAMES = ["foo", "num", "bool"];

function collect(value: unknown, isClosed: boolean): readonly Issue[] {
  const found: Issue[] = [];
  if (!isRecord(value)) {
    addIssue(found, [], ROOT.at, "type", "must be an object");
    return found;
  }
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "number":
      case "negNumber":
      case "maxNumber":
        if (!Number.isFinite(field)) addType(found, ROOT, key, "a number");
        break;
      case "string":
      case "longString":
        if (typeof field !== "string") addType(found, ROOT, key, "a string");
        break;
      case "boolean":
        if (typeof field !== "boolean") addType(found, ROOT, key, "a boolean");
        break;
      case "deeplyNested":
        collectInner(field, isClosed, found);
        break;
      default:
        if (isClosed) addUnknown(found, ROOT, key, NAMES, value);
    }
  }
  for (const name of NAMES) if (value[name] === undefined) addMissing(found, ROOT, name);
  return found;
}

function collectInner(value: unknown, isClosed: boolean, found: Issue[]): void {
  if (!isRecord(value)) {
    addIssue(found, INNER.path, INNER.at, "type", "must be an object");
    return;
  }
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "foo":
        if (typeof field !== "string") addType(found, INNER, key, "a string");
        break;
      case "num":
        if (!Number.isFinite(field)) addType(found, INNER, key, "a number");
        break;
      case "bool":
        if (typeof field !== "boolean") addType(found, INNER, key, "a boolean");
        break;
      default:
        if (isClosed) addUnknown(found, INNER, key, INNER_NAMES, value);
    }
  }
  for (const name of INNER_NAMES) if (value[name] === undefined) addMissing(found, INNER, name);
}

function addType(found: Issue[], { path, at }: Place, key: string, what: string): void {
  addIssue(found, [...path, key], `${at}/properties/${key}`, "type", `must be ${what}`);
}
