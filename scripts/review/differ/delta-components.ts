import { haveOneForm } from "../schema/canonical.js";
import { memberOf, membersOf, placeAt, rootOf } from "../../json/place.js";
import type { Doc, Place } from "../document/document.js";
import type { Report, Use } from "./facts.js";
import { isRecord, localPointer } from "../../json/pointer.js";

/** The components whose names schema.ts gives to consumers. */
const SECTIONS = ["schemas", "responses", "parameters", "requestBodies", "headers", "pathItems"];

const NOBODY = { before: undefined, after: undefined };

/** Names of components that come and go, and schemas that no operation leads to. */
export function compareComponents(before: Doc, after: Doc, uses: readonly Use[], report: Report): void {
  const reached = reachablePlaces(uses.flatMap((use) => use.after));
  for (const section of SECTIONS) {
    const [old, now] = [readSection(before, section), readSection(after, section)];
    for (const [name, place] of old) if (!now.has(name)) reportName(report, section, name, place, undefined);
    for (const [name, place] of now) {
      const was = old.get(name);
      if (was === undefined) reportName(report, section, name, undefined, place, isExtracted(place, uses));
      else if (section === "schemas" && !reached.has(place.pointer)) compareUnused(name, was, place, report);
    }
  }
}

function readSection(doc: Doc, section: string): ReadonlyMap<string, Place> {
  const components = memberOf(rootOf(doc), "components");
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
    const refers = reachablePlaces(after).has(component.pointer);
    return refers && haveOneForm(before, after, direction);
  });
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
