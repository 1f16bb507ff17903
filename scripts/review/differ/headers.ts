import type { Header, Response } from "../../spec/responses.js";
import { hasBoth, mapSides, matchKeys, placesOf, type Document, type Sides } from "../document/document.js";
import { schemasOf } from "./content.js";
import { compareTexts } from "./descriptions.js";
import type { Difference, Scope } from "./facts.js";
import { listStatuses, pickStatus } from "./status.js";
import { comparePresence } from "./presence.js";
import { compareSerialization, describeText } from "./serialization.js";

/** Compares the headers of two responses; the content's own is described by the media types. */
export function* compareHeaders(
  status: string,
  responses: Sides<Response<Document>>,
  scope: Scope,
): Generator<Difference> {
  for (const [name, sides] of matchKeys(mapSides(responses, mapHeaders)))
    if (name !== "content-type") yield* compareHeader(sides, status, name, scope);
}

/** By name in lower case (RFC 9110 §5.1). */
function mapHeaders({ headers }: Response<Document>): ReadonlyMap<string, Header<Document>> {
  return new Map(headers.map((header) => [header.name.toLowerCase(), header]));
}

function* compareHeader(
  sides: Sides<Header<Document> | undefined>,
  status: string,
  name: string,
  scope: Scope,
): Generator<Difference> {
  const subject = `header \`${name}\` of the ${status} response`;
  const context = { ...scope, thing: "header", subject, keyword: "headers" } as const;
  yield* compareTexts(placesOf(sides), scope.operation, subject);
  if (hasBoth(sides) && sides.base.name !== sides.head.name)
    yield { ...context, ...mapSides(sides, ({ entry }) => entry), change: "respelled" };
  const message = { kind: "response", status: pickStatus(status, listStatuses(scope)), headers: {} } as const;
  const refused = { message, issue: `header ${name} is missing` };
  // Whoever responds to a webhook sends what it likes.
  yield* comparePresence(sides, context, scope.direction === "response" ? refused : undefined);
  if (!hasBoth(sides)) return;
  yield* compareSerialization(sides, "header", context);
  const part = { kind: "header", status, name } as const;
  const text = describeText(scope.direction === "request" ? sides.base : sides.head, "header");
  yield { ...scope, thing: "schema", subject, part, text, ...mapSides(sides, schemasOf) };
}
