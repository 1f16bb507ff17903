import type { Checks } from "../measure.js";
import { isIntegerWithin, isRecord, isTextOf, isWithin, type Fields } from "./hand-parts.js";
import { collectOrder } from "./hand-nested-issues.js";

const LAST4 = /^[0-9]{4}$/u;

export function nested(): Checks {
  return { is: isOrder, all: collectOrder };
}

function isOrder(value: unknown): boolean {
  if (!isRecord(value)) return false;
  let required = 0;
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "id":
        if (!isTextOf(field, 1, 40)) return false;
        required++;
        break;
      case "customer":
        if (!isCustomer(field)) return false;
        required++;
        break;
      case "status":
        if (field !== "open" && field !== "paid" && field !== "sent") return false;
        required++;
        break;
      case "lines":
        if (!isLines(field)) return false;
        required++;
        break;
      case "payment":
        if (!isPayment(field)) return false;
        required++;
        break;
      case "labels":
        if (!isLabels(field)) return false;
        break;
      case "discount":
        if (field !== null && !isWithin(field, 0, 1)) return false;
        break;
      default:
        return false;
    }
  }
  return required === 5;
}

function isCustomer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  let required = 0;
  for (const key in value) {
    const field = value[key];
    if (key === "name") {
      if (!isTextOf(field, 1, 100)) return false;
    } else if (key !== "phone" || (field !== null && typeof field !== "string")) return false;
    required++;
  }
  return required === 2;
}

function isLines(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > 100) return false;
  for (let i = 0; i < value.length; i++) if (!isLine(value[i])) return false;
  return true;
}

function isLine(value: unknown): boolean {
  if (!isRecord(value)) return false;
  let required = 0;
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "sku":
        if (!isTextOf(field, 1, 32)) return false;
        required++;
        break;
      case "quantity":
        if (!isIntegerWithin(field, 1, 1000)) return false;
        required++;
        break;
      case "price":
        if (!isWithin(field, 0, Number.MAX_VALUE)) return false;
        required++;
        break;
      case "note":
        if (field !== null && !isTextOf(field, 0, 200)) return false;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

function isPayment(value: unknown): boolean {
  if (!isRecord(value)) return false;
  switch (value["kind"]) {
    case "card":
      return isCard(value);
    case "transfer":
      return isTransfer(value);
    case "invoice":
      return isInvoice(value);
    default:
      return false;
  }
}

function isCard(value: Fields): boolean {
  let hasDigits = false;
  for (const key in value) {
    if (key === "kind") continue;
    const field = value[key];
    if (key !== "last4" || typeof field !== "string" || !LAST4.test(field)) return false;
    hasDigits = true;
  }
  return hasDigits;
}

function isTransfer(value: Fields): boolean {
  let hasIban = false;
  for (const key in value) {
    if (key === "kind") continue;
    if (key !== "iban" || !isTextOf(value[key], 15, 34)) return false;
    hasIban = true;
  }
  return hasIban;
}

function isInvoice(value: Fields): boolean {
  let hasDays = false;
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case "kind":
        break;
      case "days":
        if (!isIntegerWithin(field, 0, 90)) return false;
        hasDays = true;
        break;
      case "to":
        if (typeof field !== "string") return false;
        break;
      default:
        return false;
    }
  }
  return hasDays;
}

function isLabels(value: unknown): boolean {
  if (!isRecord(value)) return false;
  for (const key in value) if (!isTextOf(value[key], 0, 40)) return false;
  return true;
}
