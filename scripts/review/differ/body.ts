import type { Operation } from "../document/operations.js";
import { hasBoth, mapSides, placesOf, type Sides } from "../document/document.js";
import { compareContent } from "./content.js";
import { compareTexts } from "./descriptions.js";
import type { Difference, Scope } from "./facts.js";
import { comparePresence } from "./presence.js";

const SUBJECT = "request body";

/** Compares two request bodies. */
export function* compareBody(operation: Sides<Operation>, scope: Scope): Generator<Difference> {
  const sides = mapSides(operation, ({ body }) => body);
  yield* compareTexts(placesOf(sides), scope.operation, SUBJECT);
  const context = { ...scope, thing: "body", subject: SUBJECT, keyword: "requestBody" } as const;
  // The API sends what it likes.
  const refused = { message: { kind: "request" }, issue: "a body is required" } as const;
  yield* comparePresence(sides, context, scope.direction === "request" ? refused : undefined);
  if (!hasBoth(sides)) return;
  yield* compareContent(sides, scope, {
    message: "request",
    subject: SUBJECT,
    partOf: (mediaType) => ({ kind: "body", mediaType }),
  });
}
