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
import { DOMAIN, IP, NAME } from "./patterns.js";

export function endpoint(): Checks {
  return { is: isBody, all: collectBody };
}

function isBody(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return value["status"] === undefined ? isSettings(value) : isStatus(value);
}

function isStatus(value: Fields): boolean {
  let hasToken = false;
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "api_token":
        if (typeof field !== "string" || field.length === 0) return false;
        hasToken = true;
        break;
      case "status":
        if (field !== 0 && field !== 1) return false;
        break;
      default:
        return false;
    }
  }
  return hasToken;
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
      case "allowAllDomains":
        if (typeof field !== "boolean") return false;
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

const SCHEMAS = "/components/schemas/";
const SETTINGS: Place = { path: [], at: `${SCHEMAS}TransactionalKeySettingsUpdate` };
const STATUS: Place = { path: [], at: `${SCHEMAS}TransactionalKeyStatusUpdate` };
const SETTINGS_NAMES = ["api_token", "name", "allowAllDomains", "approvedDomains", "quota", "ipRestrictions"];
const STATUS_NAMES = ["api_token", "status"];

function collectBody(value: unknown): readonly Issue[] {
  const found: Issue[] = [];
  if (!isRecord(value)) addIssue(found, [], SETTINGS.at, "type", "must be an object");
  else if (value["status"] === undefined) collectSettings(value, found);
  else collectStatus(value, found);
  return found;
}

function collectStatus(value: Fields, found: Issue[]): void {
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "api_token":
        collectToken(field, found);
        break;
      case "status":
        if (field !== 0 && field !== 1)
          addIssue(found, [key], `${STATUS.at}/properties/status`, "enum", "must be 0 or 1");
        break;
      case "name":
      case "allowAllDomains":
      case "approvedDomains":
      case "quota":
      case "ipRestrictions":
        found.push({
          message: `status and ${key} cannot be sent together: the API would drop ${key} in silence`,
          path: [key],
          keyword: "false",
          keywordLocation: `${STATUS.at}/properties/${key}`,
        });
        break;
      default:
        addUnknown(found, STATUS, key, STATUS_NAMES, value);
    }
  }
  if (value["api_token"] === undefined) addMissing(found, STATUS, "api_token");
}

function collectSettings(value: Fields, found: Issue[]): void {
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "api_token":
        collectToken(field, found);
        break;
      case "name":
        collectName(field, found);
        break;
      case "allowAllDomains":
        if (typeof field !== "boolean")
          addIssue(found, [key], `${SETTINGS.at}/properties/allowAllDomains`, "type", "must be a boolean");
        break;
      case "approvedDomains":
        collectDomains(field, found);
        break;
      case "quota":
        collectQuota(field, found);
        break;
      case "ipRestrictions":
        collectIps(field, found);
        break;
      default:
        addUnknown(found, SETTINGS, key, SETTINGS_NAMES, value);
    }
  }
  if (value["api_token"] === undefined) addMissing(found, SETTINGS, "api_token");
}

function collectToken(field: unknown, found: Issue[]): void {
  const at = `${SCHEMAS}TransactionalKeyToken`;
  if (typeof field !== "string") addIssue(found, ["api_token"], at, "type", "must be a string");
  else if (field.length === 0) addIssue(found, ["api_token"], at, "minLength", "must not be empty");
}

const WRONG_NAME = 'must be letters, digits, white space, "-" and "_" only';

function collectName(field: unknown, found: Issue[]): void {
  const at = `${SCHEMAS}TransactionalKeyName`;
  const path = ["name"];
  if (typeof field !== "string") {
    addIssue(found, path, at, "type", "must be a string");
    return;
  }
  if (field.length === 0) addIssue(found, path, at, "minLength", "must not be empty");
  if (field.length > 64)
    addIssue(found, path, at, "maxLength", `must have at most 64 characters, not ${field.length}`);
  if (!NAME.test(field)) addIssue(found, path, at, "pattern", WRONG_NAME);
}

function collectQuota(field: unknown, found: Issue[]): void {
  const at = `${SCHEMAS}SendingQuota`;
  if (typeof field !== "number" || !Number.isInteger(field))
    addIssue(found, ["quota"], at, "type", "must be an integer");
  else if (field < 0) addIssue(found, ["quota"], at, "minimum", "must be at least 0");
  else if (field > 1_000_000) addIssue(found, ["quota"], at, "maximum", "must be at most 1000000");
}

const WRONG_DOMAIN = "must be a domain name such as example.com";

function collectDomains(field: unknown, found: Issue[]): void {
  const key = "approvedDomains";
  const at = `${SCHEMAS}DomainName`;
  if (!isList(field, key, `${SCHEMAS}ApprovedDomains`, 253, found)) return;
  for (let i = 0; i < field.length; i++) {
    const item: unknown = field[i];
    if (typeof item !== "string") addIssue(found, [key, i], at, "type", "must be a string");
    else {
      if (item.length > 253)
        addIssue(found, [key, i], at, "maxLength", `must have at most 253 characters, not ${item.length}`);
      if (!DOMAIN.test(item)) addIssue(found, [key, i], at, "pattern", WRONG_DOMAIN);
    }
  }
}

const WRONG_IP = "must be an IPv4 or IPv6 address or CIDR range such as 192.168.1.1 or 10.0.0.0/24";

function collectIps(field: unknown, found: Issue[]): void {
  const key = "ipRestrictions";
  const at = `${SCHEMAS}IpRange`;
  if (!isList(field, key, `${SCHEMAS}IpRestrictions`, 50, found)) return;
  for (let i = 0; i < field.length; i++) {
    const item: unknown = field[i];
    if (typeof item !== "string") addIssue(found, [key, i], at, "type", "must be a string");
    else if (!IP.test(item)) addIssue(found, [key, i], at, "pattern", WRONG_IP);
  }
}

function isList(
  field: unknown,
  key: string,
  at: string,
  most: number,
  found: Issue[],
): field is readonly unknown[] {
  if (!Array.isArray(field)) {
    addIssue(found, [key], at, "type", "must be an array");
    return false;
  }
  if (field.length > most)
    addIssue(found, [key], at, "maxItems", `must have at most ${most} items, not ${field.length}`);
  return true;
}
