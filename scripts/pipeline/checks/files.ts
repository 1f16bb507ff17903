import { placeAt } from "../../json/place.js";
import { isRecord, splitPointer, type JsonRecord } from "../../json/pointer.js";
import type { ReadPattern } from "../../pattern/language/index.js";
import { isKind, listParts } from "../../spec/structure.js";
import { findContradictions, type ContradictionRule } from "./contradictions.js";

/** An object of a file that is read: a document, or what a reference leads to. */
export type Visited = {
  /** The file's absolute URI. */
  readonly uri: string;
  /** From the root of the file (RFC 6901). */
  readonly pointer: string;
  /** The kind of object by its name in OpenAPI, with a small letter. */
  readonly kind: string;
  readonly value: unknown;
};

type Found = Pick<Visited, "uri" | "pointer"> & { readonly message: string };

/** What one rule finds in a document that may stand in several files, before they are bundled. */
export function findInFiles(
  rule: ContradictionRule,
  entry: Visited,
  targets: readonly Visited[],
  readLanguage?: ReadPattern,
): Found[] {
  if (!isRecord(entry.value)) return [];
  const visited = keepOutermost([entry, ...targets]);
  const documents = plantFiles(visited);
  const parts = visited.flatMap(({ uri, pointer, kind }) => {
    const document = documents.get(uri);
    if (document === undefined || !isKind(kind)) return [];
    return [...listParts(document, { ...placeAt(document, pointer), kind })];
  });
  return [...findContradictions([rule], entry.value, parts, readLanguage)].map(({ place, message }) => ({
    uri: place.document.uri,
    pointer: place.pointer,
    message,
  }));
}

/** Without what stands inside of another. */
function keepOutermost(visited: readonly Visited[]): readonly Visited[] {
  const kept: Visited[] = [];
  for (const next of visited.toSorted((a, b) => a.pointer.length - b.pointer.length)) {
    const isInside = kept.some(
      ({ uri, pointer }) => uri === next.uri && `${next.pointer}/`.startsWith(`${pointer}/`),
    );
    if (!isInside) kept.push(next);
  }
  return kept;
}

/** Each file as far as it is visited: all that a reference may lead to. */
function plantFiles(visited: readonly Visited[]) {
  const roots = new Map<string, JsonRecord>();
  for (const { uri, pointer, value } of visited) {
    // The key of the whole file stands for its root.
    const holder = roots.get(uri) ?? {};
    roots.set(uri, holder);
    plant(holder, ["", ...splitPointer(pointer)], value);
  }
  return new Map([...roots].map(([uri, holder]) => [uri, { uri, root: holder[""] }]));
}

function plant(holder: JsonRecord, keys: readonly string[], value: unknown): void {
  const [key = "", ...rest] = keys;
  const member = Object.hasOwn(holder, key) ? holder[key] : {};
  Reflect.set(holder, key, rest.length === 0 ? value : member);
  if (rest.length > 0 && isRecord(member)) plant(member, rest, value);
}
