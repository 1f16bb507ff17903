/** The texts of numbers, as a schema of texts. */
import type { JsonRecord } from "../../../json/pointer.js";
import { matchWholeNumbers } from "./whole-numbers.js";
import { readAll, readTexts, type Constraints } from "../../schema/constraints.js";

/** `sent`: no text is missing. `taken`: no text is there that is refused; so both may be off where a schema cannot say it. */
export type TextRole = "sent" | "taken";

/** Whole numbers up to this size are listed one by one. */
const MAX_LISTED = 1000;

/** Formats that are limits. */
const SIZED = new Set(["int32", "int64"]);

/** What numbers of these constraints are written as; nothing where there are none. */
export function listNumerals(constraints: Constraints, role: TextRole): readonly JsonRecord[] {
  const { types, values } = constraints;
  if (!types.has("integer") && !types.has("number")) return [];
  if (values !== undefined)
    return listed(
      values.filter((value) => typeof value === "number"),
      constraints,
    );
  const { lower, upper } = constraints;
  const [low, high] = [lower?.value ?? -Infinity, upper?.value ?? Infinity];
  const { parts } = constraints;
  const isStepped =
    readSteps(constraints).length > 0 || readTexts(parts, "format").some((format) => SIZED.has(format));
  const isLimited = lower !== undefined || upper !== undefined;
  const isShort = types.has("integer") && low >= -MAX_LISTED && high <= MAX_LISTED;
  if (isShort || (role === "taken" && isStepped)) return listed(wholeNumbers(low, high), constraints);
  if (isLimited && (role === "taken" || types.has("integer"))) return listWhole(constraints, role);
  return [{ type: "string", pattern: patternOf(low, types.has("integer"), role) }];
}

function patternOf(low: number, isWhole: boolean, role: TextRole): string {
  const sign = low >= 0 ? "" : "-?";
  // Who reads numbers takes zeros before them.
  if (role === "taken") return `^${sign}\\d+${isWhole ? "" : "(?:\\.\\d+)?"}$`;
  const whole = `0|${sign}[1-9]\\d*`;
  return isWhole ? `^(?:${whole})$` : `^(?:${whole}|${sign}(?:0|[1-9]\\d*)\\.\\d*[1-9])$`;
}

/** Every whole number within the limits, whatever steps it should have. Who reads numbers takes zeros before them. */
function listWhole({ lower, upper }: Constraints, role: TextRole): readonly JsonRecord[] {
  const low = lower === undefined ? -Infinity : Math.ceil(clampLimit(lower.value, role, -1));
  const high = upper === undefined ? Infinity : Math.floor(clampLimit(upper.value, role, 1));
  const pattern = matchWholeNumbers(
    lower?.exclusive === true && low === lower.value ? low + 1 : low,
    upper?.exclusive === true && high === upper.value ? high - 1 : high,
    role === "taken" ? "0*" : "",
  );
  return pattern === undefined ? [] : [{ type: "string", pattern: `^${pattern}$` }];
}

/** A limit to which no number counts exactly: none for what is sent, and the nearest or no number for what is taken. */
function clampLimit(limit: number, role: TextRole, end: -1 | 1): number {
  if (Math.abs(limit) <= Number.MAX_SAFE_INTEGER) return limit;
  if (role === "sent") return end * Infinity;
  return Math.sign(limit) === end ? end * Number.MAX_SAFE_INTEGER : -end * Infinity;
}

function wholeNumbers(low: number, high: number): number[] {
  const [first, last] = [Math.max(Math.ceil(low), -MAX_LISTED), Math.min(high, MAX_LISTED)];
  return Array.from({ length: Math.floor(last) - first + 1 }, (_, index) => first + index);
}

function listed(numbers: readonly number[], constraints: Constraints): readonly JsonRecord[] {
  return [{ enum: numbers.filter((value) => isWithin(value, constraints)).map(String) }];
}

function isWithin(value: number, constraints: Constraints): boolean {
  const { types, lower, upper } = constraints;
  if (!types.has("number") && !Number.isInteger(value)) return false;
  if (lower !== undefined && (lower.exclusive ? value <= lower.value : value < lower.value)) return false;
  if (upper !== undefined && (upper.exclusive ? value >= upper.value : value > upper.value)) return false;
  return readSteps(constraints).every((step) => Number.isInteger(value / step));
}

function readSteps({ parts }: Constraints): readonly number[] {
  return readAll(parts, "multipleOf").filter((step) => typeof step === "number");
}
