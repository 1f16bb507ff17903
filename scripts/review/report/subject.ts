import { findComponent } from "../document/component.js";
import type { Place } from "../document/document.js";

/** What of a schema has changed: its keyword, and what is named by it. */
type Changed = { readonly keyword: string; readonly name: string | undefined };

/** `a[].b` of component `X`, by where a change stands; undefined where it stands in no component's schema. */
export function nameInComponent(place: Place, changed: Changed): string | undefined {
  const component = findComponent(place);
  if (component === undefined) return undefined;
  const path = readPath(component.below, changed);
  const owner = `component \`${component.name}\``;
  const [, parent = "", last] = /^(?:(.*)\.)?(\*)$/.exec(path) ?? [];
  const names = last === undefined ? path : parent;
  const inside = names === "" ? owner : `\`${names}\` of ${owner}`;
  return last === undefined ? inside : `every further property of ${inside}`;
}

/** Keywords under which a name, an index or a schema stands, and what a step through them is in the value. */
const STEPS: Readonly<Record<string, "name" | "index" | "itself" | "items" | "further">> = {
  properties: "name",
  patternProperties: "further",
  dependentSchemas: "index",
  $defs: "index",
  allOf: "index",
  anyOf: "index",
  oneOf: "index",
  prefixItems: "items",
  items: "items",
  contains: "items",
  unevaluatedItems: "items",
  additionalProperties: "further",
  unevaluatedProperties: "further",
  not: "itself",
  if: "itself",
  // oxlint-disable-next-line unicorn/no-thenable -- the table's keys are JSON Schema's words, and nobody awaits it
  then: "itself",
  else: "itself",
};

/** How many keys a step takes: the keyword alone, or the keyword and what it is followed by. */
const TWO_KEYS = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "allOf",
  "anyOf",
  "oneOf",
  "prefixItems",
]);

function readPath(keys: readonly string[], { keyword: own, name }: Changed): string {
  let path = "";
  for (let at = 0; at < keys.length;) {
    const [keyword = "", next] = [keys[at], keys[at + 1]];
    const step = STEPS[keyword];
    // The last keyword is what changed.
    if (keyword === "required" && name !== undefined) return join(path, name);
    if (keyword === own && next === undefined) return path;
    if (step === undefined || (TWO_KEYS.has(keyword) && next === undefined)) return path;
    if (step === "name") path = join(path, next ?? "");
    if (step === "items") path = `${path}[]`;
    if (step === "further") path = join(path, "*");
    at += TWO_KEYS.has(keyword) ? 2 : 1;
  }
  return path;
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
