import { compareContent } from "./delta-content.js";
import { memberOf, recordAt } from "../../json/place.js";
import type { Place } from "../document/document.js";
import { compareTexts, type Fact, type OperationPair, type Report } from "./facts.js";
import type { Direction } from "../../json/direction.js";
import type { Operation } from "../document/operations.js";

type Context = { readonly pair: OperationPair; readonly report: Report; readonly direction: Direction };

/** Compares two request bodies. */
export function compareBody(before: Operation, after: Operation, context: Context): void {
  const [old, now] = [before.body, after.body];
  if (old === undefined || now === undefined) return comparePresence(old, now, context);
  const { pair, report, direction } = context;
  compareTexts(old, now, { pair, subject: "request body" }, report);
  compareRequired(old, now, context);
  compareContent(old, now, {
    pair,
    report,
    direction,
    isNegotiated: direction === "request",
    subject: "request body",
    slot: (mediaType) => ({ kind: "body", mediaType }),
  });
}

function comparePresence(before: Place | undefined, after: Place | undefined, context: Context): void {
  const place = after ?? before;
  if (place === undefined) return;
  const isRequired = recordAt(place)["required"] === true;
  const isSent = context.direction === "response";
  if (after === undefined)
    return reportBody(context, isSent && !isRequired ? "sent-body-narrowed" : "body-removed", before, after);
  if (isSent) return reportBody(context, "media-type-sent", before, after);
  return reportBody(context, isRequired ? "required-body-added" : "body-added", before, after);
}

function compareRequired(before: Place, after: Place, context: Context): void {
  const [was, now] = [recordAt(before)["required"] === true, recordAt(after)["required"] === true];
  if (was === now) return;
  const isSent = context.direction === "response";
  const rule = now
    ? isSent
      ? "body-added"
      : "body-required"
    : isSent
      ? "sent-body-optional"
      : "body-optional";
  reportBody(context, rule, memberOf(before, "required"), memberOf(after, "required"));
}

function reportBody(
  context: Context,
  rule: Fact["rule"],
  before: Place | undefined,
  after: Place | undefined,
): void {
  const { pair, report, direction } = context;
  const isDemand = rule === "required-body-added" || rule === "body-required";
  const proof = isDemand
    ? ({ message: { kind: "request" }, issue: "a body is required" } as const)
    : undefined;
  const keyword =
    before?.pointer.endsWith("/required") || after?.pointer.endsWith("/required")
      ? "required"
      : "requestBody";
  report.fact({
    rule,
    keyword,
    pair,
    direction,
    before,
    after,
    subject: "request body",
    ...(proof && { proof }),
  });
}
