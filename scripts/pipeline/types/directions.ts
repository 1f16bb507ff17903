import { opposite, type Direction } from "../../json/direction.js";
import { createNaming } from "../../json/naming.js";
import {
  appendPointer,
  isRecord,
  localPointer,
  readPointer,
  splitPointer,
  type JsonRecord,
} from "../../json/pointer.js";
import { listParts, mapInner, type Kind } from "../../spec/structure.js";
import { createResolve, listConjuncts, type Resolve } from "./conjunction.js";
import { listOf, recordOf } from "./keywords.js";

/** What marks a property that the sender of a value does not own (OpenAPI 3.1.1 §4.8.24). */
const MARKS = { request: "readOnly", response: "writeOnly" } as const satisfies Record<Direction, string>;

export type Directed = {
  readonly root: JsonRecord;
  /** The component that a component is in one direction, by `pointer direction`, where it differs. */
  readonly variants: ReadonlyMap<string, string>;
};

/**
 * A component that requires what its sender does not own gets a second one for the direction in which that may be left
 * out, and what is sent refers to it. References lead to components alone.
 */
export function splitDirections(root: JsonRecord): Directed {
  const resolve = createResolve(root);
  const reaching = {
    request: findReaching(root, "request", resolve),
    response: findReaching(root, "response", resolve),
  };
  const split: Split = {
    root,
    resolve,
    variants: new Map(),
    unique: nameFreely(root),
    components: new Map(),
    reaching,
  };
  const changed = mapInner(root, "document", (value, kind, field) =>
    field === "components"
      ? turnComponents(value, split)
      : turn(value, kind, { direction: field === "webhooks" ? "response" : "request" }, split),
  );
  if (split.components.size === 0) return { root: changed, variants: new Map() };
  const components = recordOf(changed["components"]);
  const schemas = { ...recordOf(components["schemas"]), ...Object.fromEntries(split.components) };
  const variants = new Map([...split.variants].filter(([, name]) => name !== undefined));
  return {
    root: { ...changed, components: { ...components, schemas } },
    // Those without a name have been left out.
    variants: variants as ReadonlyMap<string, string>,
  };
}

type Split = {
  readonly root: JsonRecord;
  readonly resolve: Resolve;
  /** Undefined for a component that is the same in that direction. */
  readonly variants: Map<string, string | undefined>;
  readonly components: Map<string, unknown>;
  readonly unique: (preferred: string) => string;
  readonly reaching: Readonly<Record<Direction, ReadonlySet<string>>>;
};

function nameFreely(root: JsonRecord): (preferred: string) => string {
  return createNaming({ taken: Object.keys(recordOf(readPointer(root, "/components/schemas"))) });
}

/** Which way the message travels that an object belongs to. */
type Way = { readonly direction: Direction };

function turnComponents(components: unknown, split: Split): unknown {
  if (!isRecord(components)) return components;
  return mapInner(components, "components", (value, kind, field) =>
    field === "schemas" ? value : turn(value, kind, { direction: "request" }, split),
  );
}

function turn(value: unknown, kind: Kind, way: Way, split: Split): unknown {
  if (!isRecord(value)) return value;
  if (kind === "schema") return turnSchema(value, way.direction, new Set(), split);
  const isOther = kind === "callback" || kind === "response";
  const inner = isOther ? { direction: opposite(way.direction) } : way;
  return mapInner(value, kind, (member, of) => turn(member, of, inner, split));
}

/** @param outer names that the whole, of which this schema is a part, marks. */
function turnSchema(
  schema: JsonRecord,
  direction: Direction,
  outer: ReadonlySet<string>,
  split: Split,
): unknown {
  const marked = new Set([...outer, ...listMarked(schema, direction, split.resolve)]);
  const { $ref, required } = schema;
  const turned = mapInner(schema, "schema", (inner, _kind, field) =>
    isRecord(inner)
      ? turnSchema(inner, direction, SAME_INSTANCE.has(field) ? marked : new Set(), split)
      : inner,
  );
  const left = listOf(required).filter((name) => !marked.has(String(name)));
  return {
    ...turned,
    ...(required === undefined ? {} : { required: left }),
    ...(typeof $ref === "string" ? turnReference($ref, direction, outer, split) : {}),
  };
}

const SAME_INSTANCE: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);

/** A reference to the variant of a component; its own text where the whole marks what the component requires. */
function turnReference(
  $ref: string,
  direction: Direction,
  outer: ReadonlySet<string>,
  split: Split,
): JsonRecord {
  const { resolve } = split;
  const target = resolve($ref);
  const asksMore = listConjuncts(target, resolve).some(({ required }) =>
    listOf(required).some(
      (name) => outer.has(String(name)) && !listMarked(target, direction, resolve).has(String(name)),
    ),
  );
  if (asksMore && isRecord(target))
    return { $ref: undefined, allOf: [turnSchema(target, direction, outer, split)] };
  const variant = findVariant($ref, direction, split);
  return variant === undefined ? {} : { $ref: `#/components/schemas/${variant}` };
}

function findVariant($ref: string, direction: Direction, split: Split): string | undefined {
  const pointer = localPointer($ref) ?? "";
  const id = `${pointer} ${direction}`;
  if (split.variants.has(id)) return split.variants.get(id);
  const target = readPointer(split.root, pointer);
  const [, , key = ""] = splitPointer(pointer);
  const isChanged = isRecord(target) && split.reaching[direction].has(pointer);
  const name = isChanged
    ? split.unique(`${key}${direction === "request" ? "Request" : "Response"}`)
    : undefined;
  split.variants.set(id, name);
  if (isChanged && name !== undefined) {
    split.components.set(name, undefined);
    split.components.set(name, turnSchema(target, direction, new Set(), split));
  }
  return name;
}

/** Pointers of the components that require, or reach, what is marked: each is read once. */
function findReaching(root: JsonRecord, direction: Direction, resolve: Resolve): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const pending: string[] = [];
  for (const [key, component] of Object.entries(recordOf(readPointer(root, "/components/schemas")))) {
    const pointer = appendPointer("/components/schemas", key);
    for (const schema of listSchemas(component)) {
      if (requiresMarked(schema, direction, resolve)) pending.push(pointer);
      const target = typeof schema["$ref"] === "string" ? localPointer(schema["$ref"]) : undefined;
      if (target !== undefined)
        users
          .set(target, users.get(target) ?? [])
          .get(target)
          ?.push(pointer);
    }
  }
  const found = new Set<string>();
  for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
    if (found.has(pointer)) continue;
    found.add(pointer);
    for (const user of users.get(pointer) ?? []) pending.push(user);
  }
  return found;
}

function requiresMarked(schema: JsonRecord, direction: Direction, resolve: Resolve): boolean {
  const parts = listConjuncts(schema, resolve);
  const required = new Set(parts.flatMap((part) => listOf(part["required"])).map(String));
  if (required.size === 0) return false;
  return parts.some(({ properties }) =>
    Object.entries(recordOf(properties)).some(
      ([name, property]) => required.has(name) && isMarked(property, direction, resolve),
    ),
  );
}

function* listSchemas(value: unknown): Generator<JsonRecord> {
  const root = { components: { schemas: { value } } };
  for (const part of listParts({ root }))
    if (part.kind === "schema" && isRecord(part.value)) yield part.value;
}

/** Names whose properties carry the direction's mark, in any part of the whole. */
function listMarked(schema: unknown, direction: Direction, resolve: Resolve): ReadonlySet<string> {
  const properties = listConjuncts(schema, resolve).flatMap((part) =>
    Object.entries(recordOf(part["properties"])),
  );
  return new Set(
    properties.filter(([, property]) => isMarked(property, direction, resolve)).map(([name]) => name),
  );
}

function isMarked(property: unknown, direction: Direction, resolve: Resolve): boolean {
  return listConjuncts(property, resolve).some((part) => part[MARKS[direction]] === true);
}
