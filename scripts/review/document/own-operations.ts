import { isRecord, localPointer, splitPointer, type JsonRecord } from "../../json/pointer.js";
import { isMethodField } from "../../spec/methods.js";
import { keyOf } from "./operations.js";

/**
 * The document with these operations alone and the components that they lead to. What stays keeps its place, so
 * that it is still found in the document's own files. Where it cannot be told what they lead to, more stays.
 */
export function keepOperations(root: JsonRecord, keys: ReadonlySet<string>): JsonRecord {
  const { webhooks: _, paths, components, ...rest } = root;
  const kept = { ...rest, paths: isRecord(paths) ? keepPaths(paths, keys) : paths };
  if (!isRecord(components)) return components === undefined ? kept : root;
  const reached = reachComponents(kept, components);
  return reached === undefined ? root : { ...kept, components: keepComponents(components, reached) };
}

function keepPaths(paths: JsonRecord, keys: ReadonlySet<string>): JsonRecord {
  const items = Object.entries(paths).map(([path, item]) => [path, keepMethods(path, item, keys)] as const);
  return Object.fromEntries(items.filter(([path, item]) => path.startsWith("x-") || hasMethod(item)));
}

function keepMethods(path: string, item: unknown, keys: ReadonlySet<string>): unknown {
  if (!isRecord(item)) return item;
  const members = Object.entries(item);
  return Object.fromEntries(members.filter(([name]) => !isMethodField(name) || keys.has(keyOf(name, path))));
}

/** An item that stands elsewhere may have any. */
function hasMethod(item: unknown): boolean {
  return isRecord(item) && ("$ref" in item || Object.keys(item).some(isMethodField));
}

/** Section and name of each component that something leads to; undefined when a reference is of another kind. */
export function reachComponents(start: unknown, components: JsonRecord): ReadonlySet<string> | undefined {
  const reached = new Set<string>();
  const queue: unknown[] = [start];
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    for (const reference of readReferences(value)) {
      const [first, section = "", name = ""] = splitPointer(localPointer(reference) ?? "");
      if (first !== "components") return undefined;
      const key = `${section}/${name}`;
      if (reached.has(key)) continue;
      reached.add(key);
      const owner = components[section];
      queue.push(isRecord(owner) ? (owner[name] ?? null) : null);
    }
  }
  return reached;
}

/** References, and what a discriminator's mapping names (OpenAPI 3.1 §4.8.25: a schema's name, or a reference). */
function readReferences(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if ((key === "$ref" || key === "$dynamicRef") && typeof member === "string") return [member];
    if (key === "mapping" && isRecord(member)) return Object.values(member).flatMap(readMapping);
    return readReferences(member);
  });
}

function readMapping(target: unknown): string[] {
  if (typeof target !== "string") return readReferences(target);
  return [/^[a-zA-Z0-9._-]+$/.test(target) ? `#/components/schemas/${target}` : target];
}

/** Security schemes are reached by name from everywhere. */
function keepComponents(components: JsonRecord, reached: ReadonlySet<string>): JsonRecord {
  const sections = Object.entries(components).map(([section, members]) => {
    if (!isRecord(members) || section === "securitySchemes") return [section, members];
    const kept = Object.entries(members).filter(([name]) => reached.has(`${section}/${name}`));
    return [section, Object.fromEntries(kept)];
  });
  return Object.fromEntries(sections) as JsonRecord; // made of entries
}
