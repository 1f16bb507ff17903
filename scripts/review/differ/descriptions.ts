import { recordAt } from "../../json/place.js";
import { isSameJson } from "../../json/value.js";
import { hasBoth, membersAt, type Place, type Sides } from "../document/document.js";
import type { Fact, OperationSides, Scope } from "./facts.js";

/** Fields that only say something to human readers and to tools. */
const TEXTS = new Set(["summary", "description", "tags", "externalDocs", "example", "examples", "title", "termsOfService", "contact", "license", "version", "bearerFormat", "links", "jsonSchemaDialect"]); // prettier-ignore

/** What two objects say differently to their readers. */
export function* compareTexts(
  places: Sides<Place | undefined>,
  operation: OperationSides,
  subject: string,
): Generator<Fact> {
  if (!hasBoth(places)) return;
  const [old, now] = [recordAt(places.base), recordAt(places.head)];
  for (const keyword of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (!(TEXTS.has(keyword) || keyword.startsWith("x-")) || isSameJson(old[keyword], now[keyword])) continue;
    yield {
      thing: "text",
      change: "changed",
      keyword,
      operation,
      direction: "both",
      subject,
      ...membersAt(places, keyword),
      was: old[keyword],
      now: now[keyword],
    };
  }
}

/** The mark of a parameter or an operation that should no longer be used. */
export function* compareDeprecated(
  places: Sides<Place>,
  scope: Scope,
  { thing, subject }: { readonly thing: "operation" | "parameter"; readonly subject: string },
): Generator<Fact> {
  const keyword = "deprecated";
  const [old, written] = [recordAt(places.base)[keyword], recordAt(places.head)[keyword]];
  if (isSameJson(old, written)) return;
  const [was, now] = [old === true, written === true];
  const change = was === now ? "rewritten" : now ? "deprecated" : "undeprecated";
  yield { ...scope, thing, change, keyword, subject, ...membersAt(places, keyword), was, now };
}
