/** How inclusion reads the schemas of a document that travel one way. */
import type { Direction } from "../../json/direction.js";
import { childOf, memberOf, placeAt } from "../../json/place.js";
import { isRecord, localPointer, type JsonRecord } from "../../json/pointer.js";
import type { Document, Place } from "../document/document.js";

/**
 * Whether the values of a document's schemas have to be taken by the other side, or have to take the other's. `tolerated`: so
 * do those that match several alternatives of which one alone should match.
 */
export type Role = "sent" | "taken" | "tolerated";

/** OpenAPI 3.1.1 §4.8.24: what marks a property that the sender of a value does not own. */
const EXEMPTS = { request: "readOnly", response: "writeOnly" } as const satisfies Record<Direction, string>;

/**
 * A schema in the keywords of JSON Schema: the sender need not send a property that it does not own, and nobody counts
 * on values of it.
 */
export function readSchema(
  document: Document,
  { role, direction }: { readonly role: Role; readonly direction: Direction },
): (schema: JsonRecord, at: { readonly pointer: string }) => JsonRecord {
  const { translate } = document.dialect;
  // Each schema is entered from many sides.
  const known = new WeakMap<JsonRecord, JsonRecord>();
  const read = (schema: JsonRecord, pointer: string): JsonRecord => {
    const translated = readOneOf(coverNames(readNumberFormat(translate(schema)), role), role);
    const { properties, required } = translated;
    if (!isRecord(properties)) return translated;
    const owner = memberOf({ document, pointer, value: schema }, "properties");
    const exempt = Object.keys(properties).filter(
      (name) => owner !== undefined && isMarked(childOf(owner, name), EXEMPTS[direction]),
    );
    if (exempt.length === 0) return translated;
    const needed = Array.isArray(required) ? required.filter((name) => !exempt.includes(String(name))) : [];
    const unsent = role === "sent" ? Object.fromEntries(exempt.map((name) => [name, false])) : {};
    return { ...translated, required: needed, properties: { ...properties, ...unsent } };
  };
  return (schema, { pointer }) => {
    const view = known.get(schema) ?? read(schema, pointer);
    known.set(schema, view);
    return view;
  };
}

function isMarked(property: Place, mark: string): boolean {
  const seen = new Set<unknown>();
  const { document } = property;
  for (let { value } = property; isRecord(value) && !seen.has(value);) {
    if (value[mark] === true) return true;
    seen.add(value);
    const target = typeof value["$ref"] === "string" ? localPointer(value["$ref"]) : undefined;
    value = target === undefined ? undefined : placeAt(document, target).value;
  }
  return false;
}

/** The bounds that a format of numbers stands for, as the validators assert them. */
const NUMBER_FORMATS: Readonly<Record<string, JsonRecord>> = {
  int32: { multipleOf: 1, minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { multipleOf: 1, minimum: -(2 ** 63), maximum: 2 ** 63 },
};

function readNumberFormat(schema: JsonRecord): JsonRecord {
  const { format, ...rest } = schema;
  const limits =
    typeof format === "string" && Object.hasOwn(NUMBER_FORMATS, format) ? NUMBER_FORMATS[format] : undefined;
  if (limits === undefined) return schema;
  const { allOf } = rest;
  return { ...rest, allOf: [...(Array.isArray(allOf) ? (allOf as readonly unknown[]) : []), limits] };
}

/** Takes every value that anybody sends, and yet says something: a pattern that says nothing speaks of its names as well. */
const COVERED = { not: { const: "\u{10ffff}" } };

function coverNames(schema: JsonRecord, role: Role): JsonRecord {
  const { patternProperties } = schema;
  if (role !== "sent" || !isRecord(patternProperties)) return schema;
  const covered = Object.entries(patternProperties).map(([pattern, value]) => {
    const isSilent = value === true || (isRecord(value) && Object.keys(value).length === 0);
    return [pattern, isSilent ? COVERED : value];
  });
  return { ...schema, patternProperties: Object.fromEntries(covered) };
}

/** One alternative at least, where two at once are tolerated. */
function readOneOf(schema: JsonRecord, role: Role): JsonRecord {
  if (role !== "tolerated" || !Array.isArray(schema["oneOf"])) return schema;
  const { oneOf, ...rest } = schema;
  if (!("anyOf" in rest)) return { ...rest, anyOf: oneOf };
  const { allOf } = rest;
  return {
    ...rest,
    allOf: [...(Array.isArray(allOf) ? (allOf as readonly unknown[]) : []), { anyOf: oneOf }],
  };
}
