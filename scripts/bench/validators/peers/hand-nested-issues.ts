import {
  addIssue,
  addMissing,
  addUnknown,
  cut,
  isFull,
  isRecord,
  type Fields,
  type Issue,
  type Place,
} from "./hand-parts.js";

const ROOT: Place = { path: [], at: "/components/schemas/Subject" };
const CUSTOMER: Place = { path: ["customer"], at: `${ROOT.at}/properties/customer` };
const LINES = `${ROOT.at}/properties/lines`;
const PAYMENT = `${ROOT.at}/properties/payment`;

const NAMES = ["id", "customer", "status", "lines", "payment", "labels", "discount"];
const REQUIRED = ["id", "customer", "status", "lines", "payment"];

export function collectOrder(value: unknown): readonly Issue[] {
  const found: Issue[] = [];
  if (!isRecord(value)) {
    addIssue(found, [], ROOT.at, "type", "must be an object");
    return found;
  }
  for (const key in value) collectField(key, value[key], value, found);
  for (const name of REQUIRED) if (value[name] === undefined) addMissing(found, ROOT, name);
  return cut(found);
}

function collectField(key: string, field: unknown, value: Fields, found: Issue[]): void {
  switch (key) {
    case "id":
      collectText(field, { path: [key], at: `${ROOT.at}/properties/id` }, 1, 40, found);
      break;
    case "customer":
      collectCustomer(field, found);
      break;
    case "status":
      if (field !== "open" && field !== "paid" && field !== "sent")
        addIssue(found, [key], `${ROOT.at}/properties/status`, "enum", 'must be "open", "paid" or "sent"');
      break;
    case "lines":
      collectLines(field, found);
      break;
    case "payment":
      collectPayment(field, found);
      break;
    case "labels":
      collectLabels(field, found);
      break;
    case "discount":
      if (field !== null) collectDiscount(field, found);
      break;
    default:
      addUnknown(found, ROOT, key, NAMES, value);
  }
}

function collectText(field: unknown, { path, at }: Place, least: number, most: number, found: Issue[]): void {
  if (typeof field !== "string") addIssue(found, path, at, "type", "must be a string");
  else if (field.length < least) addIssue(found, path, at, "minLength", shortMessage(field, least));
  else if (field.length > most)
    addIssue(found, path, at, "maxLength", `must have at most ${most} characters, not ${field.length}`);
}

function shortMessage(field: string, least: number): string {
  return least === 1 ? "must not be empty" : `must have at least ${least} characters, not ${field.length}`;
}

function collectCustomer(value: unknown, found: Issue[]): void {
  if (!isRecord(value)) {
    addIssue(found, CUSTOMER.path, CUSTOMER.at, "type", "must be an object");
    return;
  }
  for (const key in value) {
    const field = value[key];
    const path = ["customer", key];
    if (key === "name") collectText(field, { path, at: `${CUSTOMER.at}/properties/name` }, 1, 100, found);
    else if (key !== "phone") addUnknown(found, CUSTOMER, key, ["name", "phone"], value);
    else if (field !== null && typeof field !== "string")
      addIssue(found, path, `${CUSTOMER.at}/properties/phone`, "type", "must be a string or null");
  }
  if (value["name"] === undefined) addMissing(found, CUSTOMER, "name");
  if (value["phone"] === undefined) addMissing(found, CUSTOMER, "phone");
}

function collectLines(value: unknown, found: Issue[]): void {
  if (!Array.isArray(value)) {
    addIssue(found, ["lines"], LINES, "type", "must be an array");
    return;
  }
  if (value.length === 0) addIssue(found, ["lines"], LINES, "minItems", "must not be empty");
  if (value.length > 100)
    addIssue(found, ["lines"], LINES, "maxItems", `must have at most 100 items, not ${value.length}`);
  for (let i = 0; i < value.length; i++) {
    if (isFull(found)) break;
    collectLine(value[i], i, found);
  }
}

const ITEM = `${LINES}/items`;
const LINE_NAMES = ["sku", "quantity", "price", "note"];

function collectLine(line: unknown, i: number, found: Issue[]): void {
  if (!isRecord(line)) {
    addIssue(found, ["lines", i], ITEM, "type", "must be an object");
    return;
  }
  for (const key in line) {
    const field = line[key];
    switch (key) {
      case "sku":
        collectSku(field, i, found);
        break;
      case "quantity":
        if (typeof field !== "number" || !Number.isInteger(field))
          addLine(found, i, key, "type", "must be an integer");
        else if (field < 1) addLine(found, i, key, "minimum", "must be at least 1");
        else if (field > 1000) addLine(found, i, key, "maximum", "must be at most 1000");
        break;
      case "price":
        if (typeof field !== "number" || !Number.isFinite(field))
          addLine(found, i, key, "type", "must be a number");
        else if (field < 0) addLine(found, i, key, "minimum", "must be at least 0");
        break;
      case "note":
        if (field !== null && typeof field !== "string")
          addLine(found, i, key, "type", "must be a string or null");
        else if (field !== null && field.length > 200)
          addLine(found, i, key, "maxLength", `must have at most 200 characters, not ${field.length}`);
        break;
      default:
        addUnknown(found, { path: ["lines", i], at: ITEM }, key, LINE_NAMES, line);
    }
  }
  if (line["sku"] === undefined) addMissing(found, { path: ["lines", i], at: ITEM }, "sku");
  if (line["quantity"] === undefined) addMissing(found, { path: ["lines", i], at: ITEM }, "quantity");
  if (line["price"] === undefined) addMissing(found, { path: ["lines", i], at: ITEM }, "price");
}

function collectSku(field: unknown, i: number, found: Issue[]): void {
  if (typeof field !== "string") addLine(found, i, "sku", "type", "must be a string");
  else if (field.length === 0) addLine(found, i, "sku", "minLength", "must not be empty");
  else if (field.length > 32)
    addLine(found, i, "sku", "maxLength", `must have at most 32 characters, not ${field.length}`);
}

function addLine(found: Issue[], i: number, key: string, keyword: string, message: string): void {
  addIssue(found, ["lines", i, key], `${ITEM}/properties/${key}`, keyword, message);
}

function collectPayment(value: unknown, found: Issue[]): void {
  const path = ["payment"];
  if (!isRecord(value)) {
    addIssue(found, path, `${PAYMENT}/oneOf/0`, "type", "must be an object");
    return;
  }
  switch (value["kind"]) {
    case "card":
      collectMethod(value, { path, at: `${PAYMENT}/oneOf/0` }, ["kind", "last4"], found);
      break;
    case "transfer":
      collectMethod(value, { path, at: `${PAYMENT}/oneOf/1` }, ["kind", "iban"], found);
      break;
    case "invoice":
      collectMethod(value, { path, at: `${PAYMENT}/oneOf/2` }, ["kind", "days", "to"], found);
      break;
    case undefined:
      addMissing(found, { path, at: `${PAYMENT}/oneOf/0` }, "kind");
      break;
    default:
      addIssue(found, ["payment", "kind"], PAYMENT, "oneOf", 'must be "card", "transfer" or "invoice"');
  }
}

function collectMethod(value: Fields, place: Place, known: readonly string[], found: Issue[]): void {
  for (const key in value) {
    if (!known.includes(key)) addUnknown(found, place, key, known, value);
    else if (key !== "kind") collectDetail(key, value[key], place, found);
  }
  const wanted = known[1] ?? "";
  if (value[wanted] === undefined) addMissing(found, place, wanted);
}

function collectDetail(key: string, field: unknown, place: Place, found: Issue[]): void {
  const path = ["payment", key];
  const at = `${place.at}/properties/${key}`;
  switch (key) {
    case "last4":
      if (typeof field !== "string") addIssue(found, path, at, "type", "must be a string");
      else if (!/^[0-9]{4}$/.test(field)) addIssue(found, path, at, "pattern", "must match ^[0-9]{4}$");
      break;
    case "iban":
      collectText(field, { path, at }, 15, 34, found);
      break;
    case "days":
      if (typeof field !== "number" || !Number.isInteger(field))
        addIssue(found, path, at, "type", "must be an integer");
      else if (field < 0) addIssue(found, path, at, "minimum", "must be at least 0");
      else if (field > 90) addIssue(found, path, at, "maximum", "must be at most 90");
      break;
    default:
      if (typeof field !== "string") addIssue(found, path, at, "type", "must be a string");
  }
}

function collectLabels(value: unknown, found: Issue[]): void {
  const at = `${ROOT.at}/properties/labels`;
  if (!isRecord(value)) {
    addIssue(found, ["labels"], at, "type", "must be an object");
    return;
  }
  for (const key in value)
    collectText(value[key], { path: ["labels", key], at: `${at}/additionalProperties` }, 0, 40, found);
}

function collectDiscount(field: unknown, found: Issue[]): void {
  const at = `${ROOT.at}/properties/discount`;
  if (typeof field !== "number" || !Number.isFinite(field))
    addIssue(found, ["discount"], at, "type", "must be a number or null");
  else if (field < 0) addIssue(found, ["discount"], at, "minimum", "must be at least 0");
  else if (field > 1) addIssue(found, ["discount"], at, "maximum", "must be at most 1");
}
