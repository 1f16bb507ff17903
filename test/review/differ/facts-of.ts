import { compareDocuments } from "../../../scripts/review/differ/index.js";
import type { Fact } from "../../../scripts/review/differ/facts.js";
import { readDocument, type Place } from "../../../scripts/review/document/document.js";
import { nameFact } from "../../../scripts/review/judge/rules.js";

type Json = Readonly<Record<string, unknown>>;

/** A document with one operation, `POST /a/{id}`. */
export function withOperation(operation: Json, root: Json = {}): Json {
  return { openapi: "3.1.0", paths: { "/a/{id}": { post: operation } }, ...root };
}

/** A document with one webhook, whose request the API sends. */
export function withWebhook(operation: Json): Json {
  return { openapi: "3.1.0", webhooks: { event: { post: operation } } };
}

/** Each fact as a line: who sends it, what changed, the subject, the keyword, places, values and the refused message. */
export function listFacts(base: Json, head: Json): string[] {
  return compare(base, head).facts.map(describeFact);
}

/** Each schema that differs, as a line: who sends it, in which part of a message, the subject. */
export function listSchemas(base: Json, head: Json): string[] {
  return compare(base, head).schemas.map(({ use }) => {
    const { kind, ...rest } = use.part;
    return `${use.direction} ${kind} ${Object.values(rest).join(" ")}: ${use.subject}`;
  });
}

/** Where the texts of each schema that differs stand; undefined where it is no text. */
export function listTextPlaces(base: Json, head: Json): readonly (string | undefined)[] {
  return compare(base, head).schemas.map(({ use }) => use.text?.location);
}

function compare(base: Json, head: Json) {
  return compareDocuments({ base: readDocument(base, "base"), head: readDocument(head, "head") });
}

function describeFact(fact: Fact): string {
  const values = "was" in fact || "now" in fact ? [`${show(fact.was)} → ${show(fact.now)}`] : [];
  const { message, issue } = fact.refused ?? {};
  return [
    `${fact.direction} ${nameFact(fact)}`,
    `${fact.subject} (${fact.keyword})`,
    `${point(fact.base)} → ${point(fact.head)}`,
    ...values,
    ...(issue === undefined ? [] : [`${issue}: ${show(message)}`]),
  ].join(" | ");
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? "absent";
}

/** The pointer, from the operation where it is inside of one. */
function point(place: Place | undefined): string {
  return place?.pointer.replace(/^\/(?:paths|webhooks)\/[^/]*\/post/, "…") ?? "nowhere";
}
