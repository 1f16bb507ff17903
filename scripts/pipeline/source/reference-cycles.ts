import { appendPointer, isRecord, localPointer, readMember, splitPointer } from "../../json/pointer.js";
import type { OpenDocument, Place } from "./redocly.js";

/** The references whose chain of references comes back to itself before it reaches a value. */
export function findEmptyReferences(document: OpenDocument): Place[] {
  const places: Place[] = [];
  for (const [file, { parsed }] of document.resolver.documents) {
    visitRefs(parsed, "", (pointer) => {
      if (isEmptyChain(document, { file, pointer })) places.push({ file, pointer: `${pointer}/$ref` });
    });
  }
  return places;
}

function visitRefs(value: unknown, pointer: string, visit: (pointer: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (isRecord(value) && typeof value["$ref"] === "string") visit(pointer);
  for (const [key, member] of Object.entries(value)) visitRefs(member, appendPointer(pointer, key), visit);
}

function isEmptyChain(document: OpenDocument, start: Place): boolean {
  const seen = new Set<string>();
  let place: Place | undefined = start;
  while (place !== undefined) {
    const key = `${place.file}#${place.pointer}`;
    if (seen.has(key)) return true;
    seen.add(key);
    place = step(document, place);
  }
  return false;
}

/** Where the first reference on the way to the place leads, with the rest of the way appended. */
function step(document: OpenDocument, place: Place): Place | undefined {
  let value = document.resolver.documents.get(place.file)?.parsed;
  const segments = splitPointer(place.pointer);
  for (let index = 0; index <= segments.length; index++) {
    const ref = isRecord(value) ? value["$ref"] : undefined;
    if (typeof ref === "string") return join(document, place.file, ref, segments.slice(index));
    const segment = segments[index];
    if (segment === undefined) return undefined;
    value = readMember(value, segment);
  }
  return undefined;
}

function join(document: OpenDocument, from: string, ref: string, rest: readonly string[]): Place | undefined {
  const hash = ref.indexOf("#");
  const uri = hash === -1 ? ref : ref.slice(0, hash);
  const pointer = localPointer(hash === -1 ? "#" : ref.slice(hash));
  if (pointer === undefined) return undefined;
  const file = uri === "" ? from : document.resolver.resolveExternalRef(from, uri);
  return { file, pointer: rest.reduce(appendPointer, pointer) };
}
