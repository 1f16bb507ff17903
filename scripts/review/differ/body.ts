import { memberOf, recordAt } from "../../json/place.js";
import type { Operation } from "../document/operations.js";
import type { Place, Sides } from "../document/document.js";
import { compareContent } from "./content.js";
import { compareTexts } from "./descriptions.js";
import type { Difference, Fact, Scope } from "./facts.js";

const subject = "request body";

/** Compares two request bodies. */
export function* compareBody(operation: Sides<Operation>, scope: Scope): Generator<Difference> {
  const [base, head] = [operation.base.body, operation.head.body];
  const place = head ?? base;
  if (place === undefined) return;
  if (base === undefined || head === undefined) {
    const change = base === undefined ? "added" : "removed";
    const required = isRequired(place);
    const refused = change === "added" && required ? refuseAbsence(scope) : {};
    const fact = { ...scope, base, head, subject, keyword: "requestBody", ...refused };
    yield { ...fact, thing: "body", change, required };
    return;
  }
  const sides = { base, head };
  yield* compareTexts(sides, scope.operation, subject);
  yield* compareRequired(sides, scope);
  yield* compareContent(sides, scope, {
    of: "request",
    subject,
    partOf: (mediaType) => ({ kind: "body", mediaType }),
  });
}

function* compareRequired({ base, head }: Sides<Place>, scope: Scope): Generator<Fact> {
  if (isRequired(base) === isRequired(head)) return;
  const keyword = "required";
  const places = { base: memberOf(base, keyword), head: memberOf(head, keyword) };
  const fact = { ...scope, ...places, thing: "body", keyword, subject } as const;
  if (isRequired(head)) yield { ...fact, change: "required", ...refuseAbsence(scope) };
  else yield { ...fact, change: "optional" };
}

function refuseAbsence({ direction }: Scope): Pick<Fact, "refused"> {
  if (direction === "response") return {};
  return { refused: { message: { kind: "request" }, issue: "a body is required" } };
}

function isRequired(place: Place): boolean {
  return recordAt(place)["required"] === true;
}
