import { childOf, membersOf, placeAt, rootOf } from "../../json/place.js";
import { isRecord, localPointer } from "../../json/pointer.js";
import type { Document, Place, Sides } from "../document/document.js";
import { NO_OPERATION, type Difference, type Fact, type SchemaUse } from "./facts.js";
import type { SchemaChange } from "./schemas/index.js";

/** The components whose names schema.ts gives to consumers. */
const SECTIONS = ["schemas", "responses", "parameters", "requestBodies", "headers", "pathItems"];

/** A schema in use, and what it differs in. */
type Compared = { readonly use: SchemaUse; readonly changes: readonly SchemaChange[] };

/** Names of components that are added and removed, and schemas that no operation leads to. */
export function* compareComponents(
  { base, head }: Sides<Document>,
  uses: readonly Compared[],
): Generator<Difference> {
  const reached = reachablePlaces(uses.flatMap(({ use }) => use.head));
  // A new component that only gives a name to what such a use had inline is none of its own.
  const untouched = uses.filter(({ changes }) => changes.every(({ kind }) => kind === "annotation"));
  const extracted = reachablePlaces(untouched.flatMap(({ use }) => use.head));
  for (const section of SECTIONS) {
    const [old, now] = [readSection(base, section), readSection(head, section)];
    for (const [name, place] of old)
      if (!now.has(name)) yield factOfName(section, name, "removed", { base: place, head: undefined });
    for (const [name, place] of now) {
      const was = old.get(name);
      if (was === undefined) {
        const change = extracted.has(place.pointer) ? "extracted" : "added";
        yield factOfName(section, name, change, { base: undefined, head: place });
      }
      if (was !== undefined && section === "schemas" && !reached.has(place.pointer))
        yield toSchemaUse(name, was, place);
    }
  }
}

function readSection(document: Document, section: string): ReadonlyMap<string, Place> {
  return membersOf(childOf(rootOf(document), "components", section));
}

type Change = "added" | "removed" | "extracted";

function factOfName(section: string, name: string, change: Change, places: Sides<Place | undefined>): Fact {
  const subject = `component \`${section}/${name}\``;
  const common = {
    thing: "component",
    keyword: section,
    operation: NO_OPERATION,
    direction: "both",
  } as const;
  return { ...common, ...places, change, subject };
}

function toSchemaUse(name: string, base: Place, head: Place): SchemaUse {
  return {
    thing: "schema",
    operation: NO_OPERATION,
    part: { kind: "component", name },
    subject: `component \`${name}\``,
    direction: "request",
    base: [base],
    head: [head],
  };
}

/** Where references lead from some places, through others. */
function reachablePlaces(places: readonly Place[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [...places];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    for (const pointer of readTargets(place.value)) {
      if (reached.has(pointer)) continue;
      reached.add(pointer);
      queue.push(placeAt(place.document, pointer));
    }
  }
  return reached;
}

function readTargets(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const ref = isRecord(value) ? value["$ref"] : undefined;
  const target = typeof ref === "string" ? localPointer(ref) : undefined;
  return [...(target === undefined ? [] : [target]), ...Object.values(value).flatMap(readTargets)];
}
