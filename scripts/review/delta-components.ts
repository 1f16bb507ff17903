import { canonicalForm } from "./canonical.js";
import { childOf, memberOf, membersOf, type Doc, type Place } from "./document.js";
import type { Report, Use } from "./facts.js";
import { localPointer } from "../pipeline/json-pointer.js";
import { recordAt, valueAt } from "./document.js";

/** The components whose names schema.ts gives to consumers. */
const SECTIONS = ["schemas", "responses", "parameters", "requestBodies", "headers", "pathItems"];

const NOBODY = { before: undefined, after: undefined };

/** Names of components that come and go, and schemas that no operation leads to. */
export function compareComponents(before: Doc, after: Doc, uses: readonly Use[], report: Report): void {
  for (const section of SECTIONS) {
    const [old, now] = [readSection(before, section), readSection(after, section)];
    for (const [name, place] of old) if (!now.has(name)) reportName(report, section, name, place, undefined);
    for (const [name, place] of now) {
      const was = old.get(name);
      if (was === undefined) reportName(report, section, name, undefined, place, isExtracted(place, uses));
      else if (section === "schemas") compareUnused(name, was, place, report);
    }
  }
}

function readSection(doc: Doc, section: string): ReadonlyMap<string, Place> {
  const components = memberOf({ doc, pointer: "" }, "components");
  return membersOf(components === undefined ? undefined : memberOf(components, section));
}

function reportName(
  report: Report,
  section: string,
  name: string,
  before: Place | undefined,
  after: Place | undefined,
  isOnlyName = false,
): void {
  const rule =
    after === undefined ? "component-removed" : isOnlyName ? "component-extracted" : "component-added";
  report.fact({
    rule,
    keyword: section,
    pair: NOBODY,
    direction: "both",
    before,
    after,
    subject: `component \`${section}/${name}\``,
  });
}

/** Whether a new component only gives a name to what some use had inline. */
function isExtracted(component: Place, uses: readonly Use[]): boolean {
  return uses.some(({ before, after, direction }) => {
    const refers = after.some((place) => reaches(place, component.pointer, new Set()));
    return refers && canonicalForm(before, direction) === canonicalForm(after, direction);
  });
}

function reaches(place: Place, wanted: string, seen: Set<string>): boolean {
  if (seen.has(place.pointer)) return false;
  seen.add(place.pointer);
  const value = valueAt(place);
  if (typeof value !== "object" || value === null) return false;
  const { $ref } = recordAt(place);
  const target = typeof $ref === "string" ? localPointer($ref) : undefined;
  if (target === wanted) return true;
  if (target !== undefined && reaches({ doc: place.doc, pointer: target }, wanted, seen)) return true;
  return Object.keys(value).some((key) => reaches(childOf(place, key), wanted, seen));
}

function compareUnused(name: string, before: Place, after: Place, report: Report): void {
  const slot = { kind: "component", name } as const;
  report.use({
    pair: NOBODY,
    slot,
    subject: `component \`${name}\``,
    direction: "request",
    before: [before],
    after: [after],
  });
}
