import type { Checks } from "../measure.js";
import { isRecord, type Fields, type Issue } from "./hand-parts.js";
import { DOMAIN, IP, NAME } from "./patterns.js";

export function endpoint(): Checks {
  return { is: isBody, all: (value) => (isBody(value) ? [] : collectBody(value)) };
}

function isBody(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return value["status"] === undefined ? isSettings(value) : isStatus(value);
}

function isStatus(value: Fields): boolean {
  const token = value["api_token"];
  const status = value["status"];
  if (typeof token !== "string" || token.length === 0 || (status !== 0 && status !== 1)) return false;
  let count = 0;
  for (const _ in value) count++;
  return count === 2;
}

function isSettings(value: Fields): boolean {
  let hasToken = false;
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "api_token":
        if (typeof field !== "string" || field.length === 0) return false;
        hasToken = true;
        break;
      case "name":
        if (typeof field !== "string" || field.length === 0 || field.length > 64 || !NAME.test(field))
          return false;
        break;
      case "approvedDomains":
        if (!isListOf(field, 253, isDomain)) return false;
        break;
      case "quota":
        if (typeof field !== "number" || !Number.isInteger(field) || field < 0 || field > 1_000_000)
          return false;
        break;
      case "ipRestrictions":
        if (!isListOf(field, 50, isIp)) return false;
        break;
      default:
        return false;
    }
  }
  return hasToken;
}

function isListOf(value: unknown, most: number, is: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length > most) return false;
  for (let i = 0; i < value.length; i++) if (!is(value[i])) return false;
  return true;
}

function isDomain(value: unknown): boolean {
  return typeof value === "string" && value.length <= 253 && DOMAIN.test(value);
}

function isIp(value: unknown): boolean {
  return typeof value === "string" && IP.test(value);
}

function collectBody(value: unknown): readonly Issue[] {
  if (!isRecord(value)) return [{ message: "must be an object", path: [] }];
  const found: Issue[] = [];
  if (value["api_token"] === undefined) found.push({ message: "api_token is required", path: [] });
  for (const key in value) {
    const field = value[key];
    if (key === "api_token") {
      if (typeof field !== "string" || field.length === 0)
        found.push({ message: "must be a text", path: [key] });
    } else if (key === "status") {
      if (field !== 0 && field !== 1) found.push({ message: "must be 0 or 1", path: [key] });
    } else if (value["status"] !== undefined) {
      found.push({ message: "cannot be sent with status", path: [key] });
    } else collectSetting(key, field, found);
  }
  return found;
}

function collectSetting(key: string, field: unknown, found: Issue[]): void {
  switch (key) {
    case "name":
      if (typeof field !== "string") found.push({ message: "must be a string", path: [key] });
      else {
        if (field.length === 0) found.push({ message: "must not be empty", path: [key] });
        if (field.length > 64) found.push({ message: "must have at most 64 characters", path: [key] });
        if (!NAME.test(field)) found.push({ message: "must be letters and digits", path: [key] });
      }
      break;
    case "approvedDomains":
      collectList(key, field, 253, isDomain, found);
      break;
    case "quota":
      if (typeof field !== "number" || !Number.isInteger(field))
        found.push({ message: "must be an integer", path: [key] });
      else if (field < 0 || field > 1_000_000) found.push({ message: "must be 0 to 1000000", path: [key] });
      break;
    case "ipRestrictions":
      collectList(key, field, 50, isIp, found);
      break;
    default:
      found.push({ message: "is not known", path: [key] });
  }
}

function collectList(
  key: string,
  field: unknown,
  most: number,
  is: (item: unknown) => boolean,
  found: Issue[],
): void {
  if (!Array.isArray(field)) {
    found.push({ message: "must be an array", path: [key] });
    return;
  }
  if (field.length > most) found.push({ message: "must have fewer items", path: [key] });
  for (let i = 0; i < field.length; i++) {
    if (!is(field[i])) found.push({ message: "has a wrong form", path: [key, i] });
  }
}
