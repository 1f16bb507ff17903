import { appendPointer, isRecord, readMember, splitPointer } from "../json/pointer.js";
import type { Problem } from "./problem.js";
import {
  bundleOpenDocument,
  findPosition,
  type OpenDocument,
  type Place,
  type Position,
} from "./source/redocly.js";

/** One document of plain JSON values in which every `$ref` is local. */
export type BundledDocument = Readonly<Record<string, unknown>>;

/** Finds the line in the document's own files that a JSON Pointer into the bundled document came from. */
export type Locate = (pointer: string) => Position;

export type Bundle = {
  readonly document: BundledDocument;
  /** The same as indented JSON: what openapi.json holds. */
  readonly text: string;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
};

/** Lifts what other files hold into components. The loaded document is used up by it. */
export async function bundleDocument(loaded: OpenDocument): Promise<Bundle> {
  const problems = await bundleOpenDocument(loaded);
  const text = `${JSON.stringify(loaded.entry.parsed, undefined, 2)}\n`;
  const document: unknown = JSON.parse(text);
  if (!isRecord(document)) throw new TypeError("a document that passed the lint is an object");
  return { document, text, locate: createLocator(loaded), problems };
}

/**
 * Bundling moves objects from file to file and keeps their identity: an object that another file's tree also
 * holds stands there, and everything else stands in the entry file, where its pointer says.
 */
function createLocator(loaded: OpenDocument): Locate {
  // Built when the first problem asks for it: most runs have none.
  let origins: ReadonlyMap<object, Place> | undefined;
  return (pointer) => {
    origins ??= indexOrigins(loaded);
    return findPosition(loaded, findOrigin(loaded, origins, pointer), "key");
  };
}

function findOrigin(loaded: OpenDocument, origins: ReadonlyMap<object, Place>, pointer: string): Place {
  let place: Place = { file: loaded.entry.source.absoluteRef, pointer: "" };
  let value: unknown = loaded.entry.parsed;
  for (const segment of splitPointer(pointer)) {
    value = readMember(value, segment);
    const moved = typeof value === "object" && value !== null ? origins.get(value) : undefined;
    place = moved ?? { file: place.file, pointer: appendPointer(place.pointer, segment) };
  }
  return place;
}

function indexOrigins(loaded: OpenDocument): ReadonlyMap<object, Place> {
  const origins = new Map<object, Place>();
  for (const [file, { parsed }] of loaded.resolver.documents) {
    if (parsed !== loaded.entry.parsed) indexObjects(parsed, { file, pointer: "" }, origins);
  }
  return origins;
}

function indexObjects(value: unknown, place: Place, origins: Map<object, Place>): void {
  if (typeof value !== "object" || value === null || origins.has(value)) return;
  origins.set(value, place);
  for (const [key, member] of Object.entries(value)) {
    indexObjects(member, { file: place.file, pointer: appendPointer(place.pointer, key) }, origins);
  }
}
