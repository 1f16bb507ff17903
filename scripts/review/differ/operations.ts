import { operationKey } from "../../json/naming.js";
import { readOperations, type Operation } from "../document/operations.js";
import { stripPath } from "../document/prefix.js";
import { mapSides, membersAt, placesOf, type Document, type Sides } from "../document/document.js";
import { compareBody } from "./body.js";
import { compareDeprecated, compareTexts } from "./descriptions.js";
import type { Difference, Fact, Scope } from "./facts.js";
import { compareParameters } from "./parameters.js";
import { compareResponses } from "./responses.js";
import { compareSecurity } from "./security.js";
import { matchOperations } from "./match-operations.js";
import { compareServers, templateOf } from "./servers.js";

/** Operations that are added and removed, and what differs in those that stay. */
export function* compareOperations(documents: Sides<Document>): Generator<Difference> {
  const { pairs, removed, added } = matchOperations(mapSides(documents, readOperations));
  for (const pair of pairs) yield* compareOperation(pair);
  for (const base of removed) yield factOfRemoved(base);
  for (const head of added) yield factOfAdded(head);
}

function factOfRemoved(operation: Operation): Fact {
  const sides = { base: operation, head: undefined };
  const fact = { ...describePresence(operation), keyword: "removed", change: "removed" } as const;
  const places = { base: operation.place, head: undefined, operation: sides };
  if (operation.kind !== "path") return { ...fact, ...places, thing: operation.kind };
  const refused = { message: { kind: "request" }, issue: "there is no such operation" } as const;
  return { ...fact, ...places, thing: "operation", refused };
}

function factOfAdded(operation: Operation): Fact {
  const thing = operation.kind === "path" ? "operation" : operation.kind;
  const places = { base: undefined, head: operation.place };
  const sides = { base: undefined, head: operation };
  const fact = { ...describePresence(operation), ...places, keyword: "added", operation: sides };
  return { ...fact, thing, change: "added" };
}

function describePresence({ kind, method, path }: Operation) {
  const noun = kind === "path" ? "operation" : kind;
  return { direction: "both", subject: `${noun} \`${method} ${path}\`` } as const;
}

function* compareOperation(operation: Sides<Operation>): Generator<Difference> {
  const { base, head } = operation;
  const scope: Scope = { operation, direction: base.direction };
  yield* compareNames(operation);
  yield* compareTexts(placesOf(operation), operation, "operation");
  yield* compareTexts({ base: base.pathItem, head: head.pathItem }, operation, "path item");
  const named = { thing: "operation", subject: "operation" } as const;
  yield* compareDeprecated(placesOf(operation), scope, named);
  yield* compareParameters(operation, scope);
  yield* compareBody(operation, scope);
  yield* compareResponses(operation, scope);
  if (base.kind !== "path") return;
  yield* compareSecurity(operation, scope);
  yield* compareServers(operation, scope);
}

function* compareNames(operation: Sides<Operation>): Generator<Fact> {
  const { base, head } = operation;
  const scope = { operation, direction: "both" } as const;
  if (base.path !== head.path && base.kind !== "callback") {
    const places = { base: base.pathItem, head: head.pathItem, was: base.path, now: head.path };
    const subject = `path \`${base.path}\``;
    yield { ...scope, ...places, thing: "path", change: howMoved(operation), keyword: "paths", subject };
  }
  if (base.operationId === head.operationId) return;
  const [was = "", now] = [base, head].map(({ method, path, operationId }) =>
    operationKey(method, path, operationId),
  );
  const keyword = "operationId";
  const places = membersAt(placesOf(operation), keyword);
  const fact = { ...scope, ...places, keyword, subject: `operation \`${was}\``, was, now };
  yield { ...fact, thing: "operation", change: was === now ? "rewritten" : "renamed" };
}

function howMoved({ base, head }: Sides<Operation>): "respelled" | "prefix" | "moved" {
  if (templateOf(base.path) === templateOf(head.path)) return "respelled";
  const [was, now] = [base, head].map(({ path, place }) => templateOf(stripPath(place.document, path)));
  return was === now ? "prefix" : "moved";
}
