import { compareContent } from "./delta-content.js";
import { readContent } from "./delta-parameters.js";
import { follow, memberOf, membersOf, recordAt } from "../../json/place.js";
import type { Place } from "../document/document.js";
import { compareTexts, type Fact, type OperationPair, type Report } from "./facts.js";
import type { Direction } from "../../json/direction.js";
import type { Operation } from "../document/operations.js";

type Context = { readonly pair: OperationPair; readonly report: Report; readonly direction: Direction };
type Responses = ReadonlyMap<string, Place>;

/** Compares the answers of two operations by status. A status that is not named falls to its range or `default`. */
export function compareResponses(before: Operation, after: Operation, context: Context): void {
  const [old, now] = [before.responses, after.responses];
  for (const [status, place] of now) {
    if (status.startsWith("x-")) continue;
    const was = old.get(status) ?? findCover(status, old);
    if (!old.has(status))
      reportResponse(context, ruleOfNew(status, was, context.direction), status, undefined, place);
    if (was !== undefined) compareResponse(status, was, place, context);
  }
  for (const [status, place] of old) {
    if (now.has(status) || status.startsWith("x-")) continue;
    const cover = findCover(status, now);
    reportResponse(
      context,
      cover === undefined && context.direction === "request" ? "answer-refused" : "response-removed",
      status,
      place,
      undefined,
    );
    if (cover !== undefined) compareResponse(status, place, cover, context);
  }
}

function ruleOfNew(status: string, cover: Place | undefined, direction: Direction): Fact["rule"] {
  if (direction === "request") return "answer-added";
  // A failure can always come, described or not, and `default` stands for those.
  if (cover !== undefined || /^(?:[45]|default)/i.test(status)) return "failure-added";
  return "success-added";
}

function findCover(status: string, responses: Responses): Place | undefined {
  if (status === "default") return undefined;
  const range = `${status[0] ?? ""}XX`;
  const found = [...responses].find(([key]) => key.toUpperCase() === range && status.toUpperCase() !== range);
  return found?.[1] ?? responses.get("default");
}

function compareResponse(status: string, before: Place, after: Place, context: Context): void {
  const { pair, report, direction } = context;
  const subject = `${status} response`;
  compareTexts(before, after, { pair, subject }, report);
  compareHeaders(status, before, after, context);
  compareContent(before, after, {
    pair,
    report,
    direction,
    isNegotiated: direction === "response",
    subject,
    slot: (mediaType) => ({ kind: "response", status, mediaType }),
  });
}

function compareHeaders(status: string, before: Place, after: Place, context: Context): void {
  const [old, now] = [readHeaders(before), readHeaders(after)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    if (name !== "content-type") compareHeader(status, name, old.get(name), now.get(name), context);
  }
}

/** By name in lower case (RFC 9110 §5.1). */
function readHeaders(response: Place): ReadonlyMap<string, Place> {
  const headers = [...membersOf(memberOf(response, "headers"))];
  return new Map(headers.map(([name, place]) => [name.toLowerCase(), place]));
}

function compareHeader(
  status: string,
  name: string,
  before: Place | undefined,
  after: Place | undefined,
  context: Context,
): void {
  const { pair, report, direction } = context;
  const subject = `header \`${name}\` of the ${status} response`;
  const tell = (rule: Fact["rule"], keyword: string, places: Pick<Fact, "before" | "after">) =>
    report.fact({ rule, keyword, pair, direction, subject, ...places, ...proveMissing(rule, status, name) });
  if (before === undefined || after === undefined)
    return tell(ruleOfHeader(before, after, direction), "headers", { before, after });
  const [old, now] = [follow(before), follow(after)];
  compareTexts(old, now, { pair, subject }, report);
  if (nameOf(before) !== nameOf(after)) tell("parameter-respelled", "headers", { before, after });
  const [was, is] = [isRequired(old), isRequired(now)];
  const places = { before: memberOf(old, "required"), after: memberOf(now, "required") };
  if (was !== is) tell(ruleOfRequired(is, direction), "required", places);
  report.use({
    pair,
    direction,
    subject,
    slot: { kind: "header", status, name },
    before: readContent(old).node,
    after: readContent(now).node,
  });
}

function proveMissing(rule: Fact["rule"], status: string, name: string): Pick<Fact, "proof"> {
  if (rule !== "header-optional" && rule !== "required-header-removed") return {};
  return {
    proof: { message: { kind: "response", status, headers: {} }, issue: `header ${name} is missing` },
  };
}

function ruleOfHeader(
  before: Place | undefined,
  after: Place | undefined,
  direction: Direction,
): Fact["rule"] {
  if (direction === "request")
    return after !== undefined && isRequired(follow(after))
      ? "required-parameter-added"
      : after
        ? "header-added"
        : "header-removed";
  if (after !== undefined) return "header-added";
  return before !== undefined && isRequired(follow(before)) ? "required-header-removed" : "header-removed";
}

function ruleOfRequired(isNow: boolean, direction: Direction): Fact["rule"] {
  if (direction === "request") return isNow ? "parameter-required" : "parameter-optional";
  return isNow ? "header-required" : "header-optional";
}

function isRequired(place: Place): boolean {
  return recordAt(place)["required"] === true;
}

function nameOf(place: Place): string {
  return place.pointer.slice(place.pointer.lastIndexOf("/") + 1);
}

function reportResponse(
  context: Context,
  rule: Fact["rule"],
  status: string,
  before: Place | undefined,
  after: Place | undefined,
): void {
  const { pair, report, direction } = context;
  const isNew = rule === "success-added";
  const proof = isNew
    ? ({ message: { kind: "response", status }, issue: `status ${status} is not described` } as const)
    : undefined;
  report.fact({
    rule,
    keyword: "responses",
    pair,
    direction,
    before,
    after,
    subject: `${status} response`,
    ...(proof && { proof }),
  });
}
