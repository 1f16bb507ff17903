import { opposite } from "../../json/direction.js";
import type { Response } from "../../spec/responses.js";
import type { Operation } from "../document/operations.js";
import { placesOf, type Document, type Place, type Sides } from "../document/document.js";
import { compareContent } from "./content.js";
import { compareTexts } from "./descriptions.js";
import type { Difference, Fact, Scope } from "./facts.js";
import { compareHeaders } from "./headers.js";
import { pickStatus } from "./status.js";

type Responses = Operation["responses"];

/** Compares the responses of two operations by status. A status that is not named falls to its range or `default`. */
export function* compareResponses({ base, head }: Sides<Operation>, called: Scope): Generator<Difference> {
  const scope = { ...called, direction: opposite(called.direction) };
  const [old, now] = [base.responses, head.responses];
  for (const [status, response] of now) {
    const was = old.get(status) ?? findCover(status, old);
    if (!old.has(status))
      yield factOfStatus(status, { base: undefined, head: response.entry }, scope, was !== undefined, old);
    if (was !== undefined) yield* compareResponse(status, { base: was, head: response }, scope);
  }
  for (const [status, response] of old) {
    if (now.has(status)) continue;
    const cover = findCover(status, now);
    yield factOfStatus(status, { base: response.entry, head: undefined }, scope, cover !== undefined, old);
    if (cover !== undefined) yield* compareResponse(status, { base: response, head: cover }, scope);
  }
}

/** What a side says of a status that it does not name. */
function findCover(status: string, responses: Responses): Response<Document> | undefined {
  return responses.get(`${status.slice(0, 1)}XX`) ?? responses.get("default");
}

function factOfStatus(
  status: string,
  places: Sides<Place | undefined>,
  scope: Scope,
  isCovered: boolean,
  old: Responses,
): Fact {
  const change = places.base === undefined ? "added" : "removed";
  const thing = isCovered ? "covered response" : isFailure(status) ? "failure" : "success";
  const isNews = thing === "success" && change === "added" && scope.direction === "response";
  const message = { kind: "response", status: pickStatus(status, new Set(old.keys())) } as const;
  return {
    ...scope,
    ...places,
    thing,
    change,
    keyword: "responses",
    subject: nameResponse(status),
    ...(isNews && { refused: { message, issue: `status ${status} is not described` } }),
  };
}

/** A failure can always come, described or not, and `default` stands for those. */
function isFailure(status: string): boolean {
  return /^(?:[45]|default)/i.test(status);
}

function* compareResponse(
  status: string,
  sides: Sides<Response<Document>>,
  scope: Scope,
): Generator<Difference> {
  const subject = nameResponse(status);
  yield* compareTexts(placesOf(sides), scope.operation, subject);
  yield* compareHeaders(status, sides, scope);
  const partOf = (mediaType: string) => ({ kind: "response", status, mediaType }) as const;
  yield* compareContent(sides, scope, { message: "response", subject, partOf });
}

function nameResponse(status: string): string {
  return `${status} response`;
}
