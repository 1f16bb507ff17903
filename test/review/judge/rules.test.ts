import { describe, expect, test } from "vitest";
import type { Fact, FactKind } from "../../../scripts/review/differ/facts.js";
import { judgeFact } from "../../../scripts/review/judge/judge-fact.js";
import { nameFact, RULES, type FactName } from "../../../scripts/review/judge/rules.js";

type Row = readonly [fact: FactName, request: string, response: string, predicate: string, sent?: string];

/**
 * Each row of the table: rule, level on the wire and level in the types when the caller sends the thing, and when the
 * API does, if another; what is said of it then.
 */
const rows: readonly Row[] = [
  ["document version", "openapi-version patch patch", "", "is now written in OpenAPI 3.1.0 (was 3.0.3)"],
  ["text changed", "text-changed patch patch", "", "has a different `description`"],
  ["operation added", "operation-added minor minor", "", "is new"],
  ["operation removed", "operation-removed major major", "", "is removed"],
  ["operation renamed", "operation-renamed patch major", "", "is now called `3.1.0`"],
  ["operation rewritten", "rewritten patch patch", "", "is written differently and means the same"],
  ["operation deprecated", "deprecated patch minor", "", "is now deprecated"],
  ["operation undeprecated", "undeprecated patch patch", "", "is no longer deprecated"],
  ["webhook added", "incoming-added minor minor", "", "is new"],
  ["webhook removed", "incoming-removed minor major", "", "is removed"],
  ["callback added", "incoming-added minor minor", "", "is new"],
  ["callback removed", "incoming-removed minor major", "", "is removed"],
  ["path moved", "path-moved patch major", "", "is now `3.1.0`, at the same address"],
  ["path prefix", "path-prefix-changed patch patch", "", "is now `3.1.0`, and counts as the same: prefixes are left out"],
  ["path respelled", "path-respelled patch major", "", "names its parameters differently: `3.1.0`"],
  ["parameter added", "parameter-added minor minor", "", "is new and optional", "may now be sent by the API"],
  ["required parameter added", "required-parameter-added major major", "parameter-added minor minor", "is new and required", "is now sent by the API"],
  ["parameter removed", "parameter-removed minor major", "", "is removed", "is no longer sent by the API"],
  ["required parameter removed", "parameter-removed minor major", "sent-parameter-dropped major major", "is removed", "is no longer sent by the API"],
  ["parameter required", "parameter-required major major", "parameter-added minor minor", "is now required", "is now always sent by the API"],
  ["parameter optional", "parameter-optional minor minor", "sent-parameter-dropped major major", "is now optional", "may now be missing from what the API sends"],
  ["parameter respelled", "parameter-respelled patch major", "", "was called `3.0.3` before"],
  ["parameter serialization", "parameter-serialization major patch", "", "is now written as `3.1.0` on the wire (was `3.0.3`)"],
  ["parameter wider", "parameter-looser minor patch", "parameter-stricter major patch", "now allows more (`description`)"],
  ["parameter narrower", "parameter-stricter major patch", "parameter-looser minor patch", "now allows less (`description`)"],
  ["parameter rewritten", "rewritten patch patch", "", "is written differently and means the same"],
  ["parameter deprecated", "deprecated patch minor", "", "is now deprecated"],
  ["parameter undeprecated", "undeprecated patch patch", "", "is no longer deprecated"],
  ["body added", "body-added minor minor", "media-type-sent major minor", "is new and optional", "may now be sent by the API"],
  ["required body added", "required-body-added major major", "media-type-sent major minor", "is new and required", "is now sent by the API"],
  ["body removed", "body-removed major major", "sent-body-narrowed minor major", "is removed", "is no longer sent by the API"],
  ["required body removed", "body-removed major major", "", "is removed", "is no longer sent by the API"],
  ["body required", "body-required major major", "body-added minor minor", "is now required", "is now always sent by the API"],
  ["body optional", "body-optional minor minor", "sent-body-optional major major", "is now optional", "may now be missing from what the API sends"],
  ["request media type added", "media-type-added minor minor", "media-type-sent major minor", "is new", "may now be sent by the API"],
  ["request media type removed", "media-type-removed major major", "media-type-unsent minor major", "is no longer accepted", "is no longer sent by the API"],
  ["request media type covered", "media-type-covered minor major", "", "is now covered by a range"],
  ["request media type respelled", "media-type-respelled patch major", "", "is spelled differently"],
  ["response media type added", "media-type-added minor minor", "", "is new"],
  ["response media type removed", "media-type-removed major major", "", "is removed"],
  ["response media type covered", "media-type-covered minor major", "", "is now covered by a range"],
  ["response media type respelled", "media-type-respelled patch major", "", "is spelled differently"],
  ["encoding changed", "body-encoding major patch", "", 'is now encoded as `3.1.0` (was `3.0.3`)'],
  ["encoding wider", "body-encoding minor patch", "body-encoding major patch", 'may now be encoded as `3.1.0` (was `3.0.3`)'],
  ["encoding narrower", "body-encoding major patch", "body-encoding minor patch", 'may now be encoded as `3.1.0` (was `3.0.3`)'],
  ["encoding rewritten", "rewritten patch patch", "", "is written differently and means the same"],
  ["success added", "answer-added minor minor", "success-added major minor", "is now accepted by the API", "is new, and existing callers do not expect it"],
  ["success removed", "answer-refused major major", "response-removed minor major", "is no longer accepted by the API", "is no longer described"],
  ["failure added", "answer-added minor minor", "failure-added minor minor", "is now accepted by the API", "is now described"],
  ["failure removed", "answer-refused major major", "response-removed minor major", "is no longer accepted by the API", "is no longer described"],
  ["covered response added", "answer-added minor minor", "failure-added minor minor", "is now described by itself"],
  ["covered response removed", "response-removed minor major", "", "is no longer described by itself"],
  ["header added", "header-added minor minor", "", "is new"],
  ["required header added", "required-parameter-added major major", "header-added minor minor", "is new and required", "is new and always sent"],
  ["header removed", "header-removed minor major", "", "is removed"],
  ["required header removed", "header-removed minor major", "required-header-removed major major", "is removed", "is removed, and was always sent"],
  ["header required", "parameter-required major major", "header-required minor minor", "is now required", "is now always sent"],
  ["header optional", "parameter-optional minor minor", "header-optional major major", "is now optional", "may now be missing"],
  ["header respelled", "parameter-respelled patch major", "", "was called `3.0.3` before"],
  ["header serialization", "header-serialization major patch", "", "is now written as `3.1.0` on the wire (was `3.0.3`)"],
  ["header rewritten", "rewritten patch patch", "", "is written differently and means the same"],
  ["security narrower", "security-tightened major patch", "", "now asks for `a` (was `b`)"],
  ["security wider", "security-loosened minor patch", "", "now also accepts `a` (was `b`)"],
  ["security rewritten", "rewritten patch patch", "", "is written differently and means the same"],
  ["server removed", "server-removed major patch", "", "is removed"],
  ["server added", "server-added minor patch", "", "is new"],
  ["server rewritten", "rewritten patch patch", "", "is written differently and means the same"],
  ["component removed", "component-removed patch major", "", "is removed"],
  ["component added", "component-added patch minor", "", "is new"],
  ["component extracted", "component-extracted patch patch", "", "gives a name to a schema that stood inline"],
]; // prettier-ignore

test("every row of the table is here", () => {
  expect(rows.map(([name]) => name)).toEqual(Object.keys(RULES));
});

/** A fact of the row, which nothing more is known of. */
function toFact(name: FactName, direction: Fact["direction"], refused?: Fact["refused"]): Fact {
  const required = name.startsWith("required ");
  const words = (required ? name.slice("required ".length) : name).split(" ");
  const kind = { thing: words.slice(0, -1).join(" "), change: words.at(-1), required } as FactKind; // as the row says
  const values = { subject: "it", keyword: "description", was: "3.0.3", now: "3.1.0", detail: "`a` (was `b`)" };
  const operation = { base: undefined, head: undefined };
  return { ...kind, ...values, direction, operation, base: undefined, head: undefined, ...(refused && { refused }) };
} // prettier-ignore

function judge(name: FactName, direction: Fact["direction"]): string {
  const { rule, levels } = judgeFact(toFact(name, direction));
  return `${rule} ${levels.wire} ${levels.types}`;
}

const named = rows.map(([name, rule, own, predicate, sent = predicate]) => ({
  name,
  rule,
  own,
  predicate,
  sent,
}));

describe("a fact is known by its thing and change", () => {
  test.each(named)("$name", ({ name }) => expect(nameFact(toFact(name, "request"))).toBe(name));
});

describe("what the caller sends", () => {
  test.each(named)("$name: $rule", ({ name, rule, predicate }) => {
    expect(judge(name, "request")).toBe(rule);
    expect(judgeFact(toFact(name, "request")).predicate).toBe(predicate);
  });
});

describe("what the API sends", () => {
  test.each(named)("$name: $rule $own", ({ name, rule, own, sent }) => {
    expect(judge(name, "response")).toBe(own === "" ? rule : own);
    expect(judgeFact(toFact(name, "response")).predicate).toBe(sent);
  });
});

describe("how sure a rule is", () => {
  const message = { kind: "request" } as const;
  const issue = "it is required";
  const operation = { base: undefined, head: undefined };

  test("a break is proved by the message that is refused", () => {
    const finding = judgeFact(toFact("parameter required", "request", { message, issue }));
    const issues = [{ message: issue, path: [], keyword: "" }];
    expect(finding.proof).toEqual({ operation, message, refusedBy: "head", issues });
    expect([finding.verdict, finding.reason]).toEqual(["proved", undefined]);
  });

  test("a response is refused by those who have base", () => {
    const answer = { kind: "response", status: "202" } as const;
    const finding = judgeFact(toFact("success added", "response", { message: answer, issue }));
    expect(finding.proof?.refusedBy).toBe("base");
  });

  test("a break without a message is undecided, with the reason", () => {
    const { verdict, reason } = judgeFact(toFact("server removed", "request"));
    expect([verdict, reason]).toEqual([
      "undecided",
      "every change of this kind counts as a break; there is no request or response that shows this one",
    ]);
  });

  test("what is no break shows no message", () => {
    const { verdict, proof, reason } = judgeFact(toFact("server added", "request", { message, issue }));
    expect([verdict, proof, reason]).toEqual(["compatible", undefined, undefined]);
  });

  test("what belongs to no direction has one rule", () => {
    expect(judge("component added", "both")).toBe("component-added patch minor");
  });
});
