import { expect, test } from "vitest";
import { placeAt } from "../../../scripts/json/place.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import type { Finding } from "../../../scripts/review/judge/findings.js";
import { joinCauses } from "../../../scripts/review/report/causes.js";
import { createId, listAliases } from "../../../scripts/review/report/change-id.js";

const [base, head] = [readDocument({}, "base"), readDocument({}, "head")];

function find(rule: string, pointer: string, rest: Partial<Finding> = {}): Finding {
  const isRemoved = rule.endsWith("removed") || rule.endsWith("wider");
  const [keyword = ""] = pointer.split("/").slice(-2);
  return {
    rule,
    keyword,
    name: "n",
    operations: [],
    direction: "response",
    base: isRemoved ? placeAt(base, pointer) : undefined,
    head: isRemoved ? undefined : placeAt(head, pointer),
    was: isRemoved,
    now: !isRemoved,
    subject: "`n` of the 200 response",
    predicate: rule,
    levels: { wire: "minor", types: "major" },
    verdict: "compatible",
    reason: undefined,
    compiler: undefined,
    proof: undefined,
    spot: "200 response.n",
    ...rest,
  };
}

const gone = find("property-removed", "/s/properties/n", { compiler: "gone" });
const optional = find("required-wider", "/s/required/0", { levels: { wire: "major", types: "patch" }, verdict: "proved", compiler: "optional" }); // prettier-ignore

test("a name that is removed and was required is one change, with what is worse of both", () => {
  const [joined, ...others] = joinCauses([optional, gone]);
  expect(others).toEqual([]);
  expect(joined).toMatchObject({
    rule: "property-removed",
    predicate: "is no longer a property, and was required",
    levels: { wire: "major", types: "major" },
    verdict: "proved",
    compiler: "gone",
  });
});

function prove(refusedBy: "base" | "head"): Finding["proof"] {
  const operation = { base: undefined, head: undefined };
  return { operation, message: { kind: "request" }, refusedBy, issues: [] };
}

test("with a message of each way, where one breaks requests and the other responses", () => {
  const [answered, sent] = [prove("base"), prove("head")];
  const both = [
    [{ ...gone, verdict: "proved", proof: answered } as const, { ...optional, proof: sent }],
    [{ ...gone, verdict: "proved", proof: sent } as const, { ...optional, proof: answered }],
  ] as const;
  for (const findings of both)
    expect(joinCauses(findings)).toMatchObject([{ proof: sent, second: answered }]);
});

test("it may have been accepted by either name", () => {
  const [joined = gone] = joinCauses([gone, optional]);
  expect(createId(joined)).toBe(createId(gone));
  expect(listAliases(joined)).toContain(createId(optional));
});

test("a name that is new and required is one change", () => {
  const added = find("property-added", "/s/properties/n");
  const required = find("required-narrower", "/s/required/2");
  expect(joinCauses([added, required]).map(({ predicate }) => predicate)).toEqual(["is a new property and is required"]); // prettier-ignore
});

test.each<[claim: string, other: Finding]>([
  ["another name", { ...optional, name: "m" }],
  ["another schema", { ...optional, base: placeAt(base, "/t/required/0") }],
  ["the other way", find("required-narrower", "/s/required/0")],
])("%s is another change", (_, other) => expect(joinCauses([gone, other])).toEqual([gone, other]));
