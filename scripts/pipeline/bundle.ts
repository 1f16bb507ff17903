import { appendPointer, isRecord, readMember, splitPointer } from "../json/pointer.js";
import { hasErrors, placeProblem, type Locate, type Problem } from "./problem.js";
import { findDanglingReferences } from "./repair/dangling-references.js";
import { repairDocument } from "./repair/index.js";
import { bundleOpenDocument, findPosition, type OpenDocument, type Place } from "./source/redocly.js";

/** One document of plain JSON values in which every `$ref` is local. */
export type BundledDocument = Readonly<Record<string, unknown>>;

export type { Locate } from "./problem.js";

export type Bundle = {
  readonly document: BundledDocument;
  /** The same as indented JSON: what openapi.json holds. */
  readonly text: string;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
};

/** Lifts what other files hold into components; the decorators of a redocly.yaml do their part. The loaded document is used up by it. */
export async function bundleDocument(loaded: OpenDocument, configFile?: string): Promise<Bundle> {
  const bundled = await bundleOpenDocument(loaded, configFile);
  // Without the aliases of YAML, so that each place can be changed by itself.
  const document: unknown = JSON.parse(JSON.stringify(loaded.entry.parsed));
  if (!isRecord(document)) throw new TypeError("a document that passed the lint is an object");
  const locate = createLocator(loaded);
  const repaired = repairDocument(document);
  const dangling = hasErrors(bundled) ? [] : findDanglingReferences(document);
  const problems = [...bundled, ...[...repaired, ...dangling].map(placeProblem(locate))];
  const text = `${JSON.stringify(document, undefined, 2)}\n`;
  return { document, text, locate, problems };
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
