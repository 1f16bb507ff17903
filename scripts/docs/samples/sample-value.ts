// A value to show of a schema: what its author wrote, else one that is made. Either is one that the schema accepts.

import { openSession, type Session } from "../../inclusion/index.js";
import { follow, itemsOf, memberOf, membersOf, recordAt, type Place } from "../../json/place.js";
import { isRecord, type JsonRecord } from "../../json/pointer.js";
import { freeMarked } from "../../spec/free-marked.js";
import { readDialect } from "../../spec/dialect.js";
import { listParts } from "../../spec/structure.js";
import { makeNumber, makeText } from "./sample-scalar.js";

/**
 * The first of `written` that the schema accepts, else one of its own examples, else a value with what it requires
 * and what has an example; undefined where no value is found.
 */
export type MakeValue = (schema: Place, written?: readonly unknown[]) => unknown;

const DOCUMENT = "openapi:/document";
const NOTHING = { document: "openapi:/nothing", pointer: "" };

/** Steps for one question: a page shows a value that is found at once, or none. */
const STEPS = 50_000;

/** Values for requests of an OpenAPI document. */
export function createValueMaker(root: JsonRecord): MakeValue {
  const { translate } = readDialect(root);
  const schemas = [...listParts({ root })].filter(({ kind, value }) => kind === "schema" && isRecord(value));
  const described = {
    documents: new Map([[DOCUMENT, root]]),
    schemas: schemas.map(addressOf),
    view: (schema: JsonRecord) => freeMarked(translate(schema), ["readOnly"]),
  };
  const session = openSession([described, { documents: new Map([[NOTHING.document, false]]) }], {
    steps: STEPS,
  });
  return (schema, written = []) => makeValue(schema, written, { session, entered: [] });
}

function addressOf({ pointer }: Place) {
  return { document: DOCUMENT, pointer };
}

type Making = {
  readonly session: Session;
  /** The schemas that the value under way is inside of. */
  readonly entered: readonly string[];
};

function makeValue(schema: Place, written: readonly unknown[], making: Making): unknown {
  const { session, entered } = making;
  if (entered.includes(schema.pointer)) return undefined;
  const inner = { session, entered: [...entered, schema.pointer] };
  for (const value of listCandidates(schema, written, inner)) {
    if (value !== undefined && session.evaluate(addressOf(schema), value) !== false) return value;
  }
  const found = session.ask(addressOf(schema), NOTHING);
  return found.kind === "witness" ? found.value : undefined;
}

function* listCandidates(schema: Place, written: readonly unknown[], making: Making): Generator<unknown> {
  yield* written;
  const parts = listConjuncts(schema);
  yield* parts.flatMap(listLiterals);
  for (const part of parts) {
    for (const alternative of ["oneOf", "anyOf"].flatMap((keyword) => itemsOf(memberOf(part, keyword)))) {
      const chosen = [...listConjuncts(alternative), ...parts];
      yield* chosen.flatMap(listLiterals);
      yield discriminate(build(chosen, making), part, alternative);
    }
  }
  yield build(parts, making);
}

/** With the property that says which alternative it is (OpenAPI 3.1 §4.8.25). */
function discriminate(value: unknown, schema: Place, alternative: Place): unknown {
  const { propertyName, mapping } = recordAt(memberOf(schema, "discriminator"));
  const { $ref } = recordAt(alternative);
  if (!isRecord(value) || typeof propertyName !== "string" || typeof $ref !== "string") return value;
  const name = $ref.slice($ref.lastIndexOf("/") + 1);
  const mapped = Object.entries(mapping ?? {}).find(([, target]) => target === $ref || target === name);
  return { ...value, [propertyName]: mapped?.[0] ?? name };
}

/** The schema and all that holds beside it: what it refers to, and the members of `allOf`. */
function listConjuncts(schema: Place, seen: ReadonlySet<string> = new Set()): readonly Place[] {
  if (seen.has(schema.pointer)) return [];
  const known = new Set([...seen, schema.pointer]);
  const target = follow(schema);
  const next = [...(target === schema ? [] : [target]), ...itemsOf(memberOf(schema, "allOf"))];
  return [schema, ...next.flatMap((place) => listConjuncts(place, known))];
}

/** What the author of a schema shows of it. */
function listLiterals(schema: Place): readonly unknown[] {
  const { example, examples, default: preset, const: only, enum: values } = recordAt(schema);
  return [
    example,
    ...(Array.isArray(examples) ? examples : []),
    only,
    preset,
    ...(Array.isArray(values) ? values.slice(0, 1) : []),
  ].filter((value) => value !== undefined);
}

function build(parts: readonly Place[], making: Making): unknown {
  const schemas = parts.map(recordAt);
  const types = schemas.flatMap(({ type }) => type ?? []).flat();
  const has = (name: string): boolean => schemas.some((schema) => schema[name] !== undefined);
  const [type = has("properties") ? "object" : has("items") ? "array" : undefined] = types;
  // Of several parts, the later ones say the less: they were referred to.
  const merged: JsonRecord = Object.assign({}, ...schemas.toReversed());
  switch (type) {
    case "object":
      return buildObject(parts, making);
    case "array":
      return buildArray(parts, making);
    case "string":
      return makeText(merged);
    case "integer":
    case "number":
      return makeNumber(merged);
    case "boolean":
      return true;
    default:
      return type === "null" ? null : undefined;
  }
}

function buildObject(parts: readonly Place[], making: Making): JsonRecord {
  const required = new Set(parts.flatMap((part) => recordAt(part)["required"] ?? []).flat());
  const properties = new Map(parts.flatMap((part) => [...membersOf(memberOf(part, "properties"))]));
  const members = [...properties].flatMap(([name, place]) => {
    const own = listConjuncts(place);
    if (place.value === false || own.some((part) => recordAt(part)["readOnly"] === true)) return [];
    if (!required.has(name) && !own.some((part) => listLiterals(part).length > 0)) return [];
    const value = makeValue(place, [], making);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(members);
}

function buildArray(parts: readonly Place[], making: Making): readonly unknown[] {
  const items = parts.map((part) => memberOf(part, "items")).find((place) => place !== undefined);
  const item = items && makeValue(items, [], making);
  return item === undefined ? [] : [item];
}
