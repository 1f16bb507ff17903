import { isRecord } from "../../json/pointer.js";
import { isSameJson } from "../../json/value.js";
import { readEssence } from "../../spec/media-type.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";

/** Whether XML is written otherwise because of an XML Object (OpenAPI 3.1 §4.8.26). A prefix stands for a namespace. */
export function changesXml({ keyword, was, now, path }: SchemaChange, { part }: SchemaUse): boolean {
  if (keyword !== "xml" || !("mediaType" in part) || !/[/+]xml$/.test(readEssence(part.mediaType)))
    return false;
  const last = path.at(-1);
  const usual = last === "*" ? undefined : last;
  return !isSameJson(describe(was, usual), describe(now, usual));
}

/** With its defaults: a property's element is called as the property is. */
function describe(xml: unknown, usual: string | undefined) {
  const { name = usual, namespace, attribute, wrapped } = isRecord(xml) ? xml : {};
  return { name, namespace, attribute: attribute === true, wrapped: wrapped === true };
}
