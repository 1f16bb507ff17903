// What stands where in an OpenAPI document, as the linter describes it, and as the specification has it.

import { isRecord } from "../../json/pointer.js";

type Slot = unknown;

/** The part of the linter's description of an object that is changed; the rest is handed through. */
type ObjectType = {
  readonly properties: Readonly<Record<string, Slot>>;
  readonly additionalProperties?: Slot;
  readonly items?: Slot;
};

const EXTENSION = "x-";

/** The linter's word for a member of any value, in which nothing is looked for. */
const ANYTHING = null;

/**
 * Two corrections. An extension may have any value, and a reference inside it is text (OpenAPI 3.1 §4.9), where the
 * linter knows some extensions and follows the references of all. A schema may be a boolean wherever schemas are those
 * of JSON Schema 2020-12 (Core §4.3.2), where the linter takes one in a few places. An example is a literal: a
 * reference in it is text as well.
 */
export function correctTypes<T extends ObjectType>(
  types: Readonly<Record<string, T>>,
  hasBooleanSchemas: boolean,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, correctType(type, hasBooleanSchemas)]),
  );
}

function correctType<T extends ObjectType>(type: T, hasBooleanSchemas: boolean): T {
  const correct = (slot: Slot): Slot => correctSlot(slot, hasBooleanSchemas);
  const { extensionsPrefix, ...rest } = type as T & { readonly extensionsPrefix?: string };
  const takesExtensions = extensionsPrefix === EXTENSION;
  const properties = Object.entries(type.properties).map(([key, slot]) => [
    key,
    takesExtensions && key.startsWith(EXTENSION) ? ANYTHING : correct(slot),
  ]);
  const others = correct(type.additionalProperties);
  return {
    ...rest,
    properties: Object.fromEntries(properties),
    ...(takesExtensions ? { additionalProperties: exceptExtensions(others) } : {}),
    ...(!takesExtensions && others !== undefined ? { additionalProperties: others } : {}),
    ...(type.items === undefined ? {} : { items: correct(type.items) }),
    // A copy of the same description, with other slots.
  } as unknown as T;
}

function exceptExtensions(others: Slot): Slot {
  return (value: unknown, key: string): Slot => {
    if (key.startsWith(EXTENSION)) return ANYTHING;
    return typeof others === "function" ? (others(value, key) as Slot) : others;
  };
}

function correctSlot(slot: Slot, hasBooleanSchemas: boolean): Slot {
  if (typeof slot === "function") {
    return (value: unknown, key: string): Slot => chooseSlot(slot(value, key), value, hasBooleanSchemas);
  }
  if (slot === "Schema") return (value: unknown): Slot => chooseSlot(slot, value, hasBooleanSchemas);
  if (isObjectType(slot)) return correctType(slot, hasBooleanSchemas);
  return isRecord(slot) && slot["isExample"] === true ? { ...slot, resolvable: false } : slot;
}

function chooseSlot(slot: Slot, value: unknown, hasBooleanSchemas: boolean): Slot {
  if (slot === "Schema") return hasBooleanSchemas && typeof value === "boolean" ? { type: "boolean" } : slot;
  return correctSlot(slot, hasBooleanSchemas);
}

function isObjectType(slot: Slot): slot is ObjectType {
  return isRecord(slot) && isRecord(slot["properties"]);
}
