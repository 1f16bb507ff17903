import { memberOf, recordAt } from "../../json/place.js";
import { isSameJson } from "../../json/value.js";
import type { Place, Sides } from "../document/document.js";
import type { Fact, OperationSides, Scope } from "./facts.js";

/** Fields that only say something to human readers and to tools. */
const TEXTS = new Set(["summary", "description", "tags", "externalDocs", "example", "examples", "title", "termsOfService", "contact", "license", "version", "bearerFormat", "links", "jsonSchemaDialect"]); // prettier-ignore

/** What two objects say differently to their readers. */
export function* compareTexts(
  { base, head }: Sides<Place | undefined>,
  operation: OperationSides,
  subject: string,
): Generator<Fact> {
  if (base === undefined || head === undefined) return;
  const [old, now] = [recordAt(base), recordAt(head)];
  for (const keyword of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (!(TEXTS.has(keyword) || keyword.startsWith("x-")) || isSameJson(old[keyword], now[keyword])) continue;
    yield {
      thing: "text",
      change: "changed",
      keyword,
      operation,
      direction: "both",
      subject,
      base: memberOf(base, keyword),
      head: memberOf(head, keyword),
      was: old[keyword],
      now: now[keyword],
    };
  }
}

/** The mark of a parameter or an operation that should no longer be used. */
export function* compareDeprecated(
  { base, head }: Sides<Place>,
  scope: Scope,
  { thing, subject }: { readonly thing: "operation" | "parameter"; readonly subject: string },
): Generator<Fact> {
  const keyword = "deprecated";
  const [old, written] = [recordAt(base)[keyword], recordAt(head)[keyword]];
  if (isSameJson(old, written)) return;
  const [was, now] = [old === true, written === true];
  const change = was === now ? "rewritten" : now ? "deprecated" : "undeprecated";
  const places = { base: memberOf(base, keyword), head: memberOf(head, keyword) };
  yield { ...scope, thing, change, keyword, subject, ...places, was, now };
}
