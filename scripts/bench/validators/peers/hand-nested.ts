import type { Checks } from "../measure.js";
import {
  countKeys,
  isIntegerWithin,
  isRecord,
  isTextOf,
  isWithin,
  type Fields,
  type Issue,
} from "./hand-parts.js";

const LAST4 = /^[0-9]{4}$/u;

export function nested(): Checks {
  return { is: isOrder, all: (value) => (isOrder(value) ? [] : collectOrder(value)) };
}

function isOrder(value: unknown): boolean {
  if (!isRecord(value) || !isTextOf(value["id"], 1, 40) || !isCustomer(value["customer"])) return false;
  if (!isStatus(value["status"]) || !isPayment(value["payment"])) return false;
  let known = 5;
  const labels = value["labels"];
  if (labels !== undefined) known++;
  const discount = value["discount"];
  if (discount !== undefined) {
    if (discount !== null && !isWithin(discount, 0, 1)) return false;
    known++;
  }
  return countKeys(value) === known && isLines(value["lines"]) && (labels === undefined || isLabels(labels));
}

function isCustomer(value: unknown): boolean {
  if (!isRecord(value) || !isTextOf(value["name"], 1, 100)) return false;
  const phone = value["phone"];
  return (phone === null || typeof phone === "string") && countKeys(value) === 2;
}

function isStatus(value: unknown): boolean {
  return value === "open" || value === "paid" || value === "sent";
}

function isLines(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > 100) return false;
  for (let i = 0; i < value.length; i++) if (!isLine(value[i])) return false;
  return true;
}

function isLine(value: unknown): boolean {
  if (!isRecord(value) || !isSku(value["sku"]) || !isIntegerWithin(value["quantity"], 1, 1000)) return false;
  if (!isWithin(value["price"], 0, Infinity)) return false;
  const note = value["note"];
  if (note === undefined) return countKeys(value) === 3;
  return (note === null || isTextOf(note, 0, 200)) && countKeys(value) === 4;
}

function isSku(value: unknown): boolean {
  return isTextOf(value, 1, 32);
}

function isPayment(value: unknown): boolean {
  if (!isRecord(value)) return false;
  switch (value["kind"]) {
    case "card":
      return typeof value["last4"] === "string" && LAST4.test(value["last4"]) && countKeys(value) === 2;
    case "transfer":
      return isTextOf(value["iban"], 15, 34) && countKeys(value) === 2;
    case "invoice":
      return isInvoice(value);
    default:
      return false;
  }
}

function isInvoice(value: Fields): boolean {
  if (!isIntegerWithin(value["days"], 0, 90)) return false;
  if (value["to"] === undefined) return countKeys(value) === 2;
  return typeof value["to"] === "string" && countKeys(value) === 3;
}

function isLabels(value: unknown): boolean {
  if (!isRecord(value)) return false;
  for (const key in value) if (!isTextOf(value[key], 0, 40)) return false;
  return true;
}

const CHECKS: {
  readonly [key: string]: { readonly is: (value: unknown) => boolean; readonly message: string };
} = {
  id: { is: (value) => isTextOf(value, 1, 40), message: "must have 1 to 40 characters" },
  customer: { is: isCustomer, message: "must be a customer" },
  status: { is: isStatus, message: 'must be "open", "paid" or "sent"' },
  payment: { is: isPayment, message: "must be a payment" },
  labels: { is: isLabels, message: "must be labels" },
  discount: { is: (value) => value === null || isWithin(value, 0, 1), message: "must be 0 to 1" },
};

const REQUIRED = ["id", "customer", "status", "lines", "payment"] as const;

function collectOrder(value: unknown): readonly Issue[] {
  if (!isRecord(value)) return [{ message: "must be an object", path: [] }];
  const found: Issue[] = [];
  for (const name of REQUIRED) {
    if (value[name] === undefined) found.push({ message: `${name} is required`, path: [] });
  }
  for (const key in value) {
    const check = CHECKS[key];
    if (key === "lines") collectLines(value[key], found);
    else if (!check) found.push({ message: "is not known", path: [key] });
    else if (!check.is(value[key])) found.push({ message: check.message, path: [key] });
  }
  return found;
}

function collectLines(value: unknown, found: Issue[]): void {
  if (!Array.isArray(value)) {
    found.push({ message: "must be an array", path: ["lines"] });
    return;
  }
  if (value.length === 0 || value.length > 100)
    found.push({ message: "must have 1 to 100 items", path: ["lines"] });
  for (let i = 0; i < value.length; i++) {
    const line: unknown = value[i];
    if (isLine(line)) continue;
    if (!isRecord(line)) found.push({ message: "must be an object", path: ["lines", i] });
    else {
      for (const key in line) {
        if (!isLineField(key, line[key])) found.push({ message: "is wrong", path: ["lines", i, key] });
      }
    }
  }
}

function isLineField(key: string, value: unknown): boolean {
  if (key === "sku") return isSku(value);
  if (key === "quantity") return isIntegerWithin(value, 1, 1000);
  if (key === "price") return isWithin(value, 0, Infinity);
  return key === "note" && (value === null || isTextOf(value, 0, 200));
}
