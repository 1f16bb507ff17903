import { describe, expect, test } from "vitest";
import type { Direction } from "../../../scripts/json/direction.js";
import { findCauses, openAttribution } from "../../../scripts/review/decide/attribution/attribute.js";
import { openInclusions } from "../../../scripts/review/decide/inclusion.js";
import { compareSchemas } from "../../../scripts/review/differ/schemas/index.js";
import { describeUse, type Pair } from "./uses.js";

function decide(pair: Pair, direction?: Direction) {
  const { documents, use } = describeUse(pair, direction);
  const { keeps, keepsButForOneOf } = openInclusions(documents, [use]);
  const tolerated = direction === "response" ? keepsButForOneOf(use) : undefined;
  return { kept: keeps(use).kind, tolerated };
}

const open = (properties: object, rest: object = {}) => ({ type: "object", properties, ...rest });
const text = { type: "string" };
const whole = { type: "integer" };

describe("whether everything that is sent is taken", () => {
  test.each<[name: string, pair: Pair, request: string, response: string]>([
    ["a limit falls", [{ maxLength: 5 }, { maxLength: 4 }], "witness", "included"],
    ["a limit of OpenAPI 3.0 becomes exclusive", [{ type: "integer", minimum: 1 }, { type: "integer", minimum: 1, exclusiveMinimum: true }, "3.0.3"], "witness", "included"],
    ["null is allowed by OpenAPI 3.0", [text, { ...text, nullable: true }, "3.0.3"], "included", "witness"],
    ["null is not allowed by the same word of OpenAPI 3.1", [text, { ...text, nullable: true }], "included", "included"],
    ["an alternative is wrapped around it", [text, { anyOf: [text, { type: "null" }] }], "included", "witness"],
    ["an open object declares a name", [open({ a: text }), open({ a: text, b: whole })], "included", "included"],
    ["an open object in words declares a name", [open({}, { additionalProperties: true }), open({ b: whole }, { additionalProperties: true })], "included", "included"],
    ["a name is declared that a pattern covered", [open({}, { patternProperties: { "^b": {} } }), open({ b: whole }, { patternProperties: { "^b": {} } })], "witness", "included"],
    ["a name is required that requests do not send", [open({ id: { ...text, readOnly: true } }), open({ id: { ...text, readOnly: true } }, { required: ["id"] })], "included", "included"],
    ["a name is narrowed that requests do not send", [open({ id: { ...text, readOnly: true } }), open({ id: { ...whole, readOnly: true } })], "included", "witness"],
    ["a name is narrowed that answers do not send", [open({ id: { ...whole, writeOnly: true } }), open({ id: { ...text, writeOnly: true } })], "witness", "included"],
    ["a format falls away", [{ ...text, format: "date" }, text], "included", "witness"],
    ["whole numbers of 32 bits become those of 64", [{ ...whole, format: "int32" }, { ...whole, format: "int64" }], "included", "witness"],
  ])("%s", (_, pair, request, response) => {
    expect([decide(pair, "request").kept, decide(pair, "response").kept]).toEqual([request, response]);
  }); // prettier-ignore

  test("a value that matches two alternatives of an answer is tolerated on request", () => {
    const branches = (rest: object) => [open({ a: text }, { required: ["a"] }), open({ b: text, ...rest }, { required: ["b"] })];
    const pair: Pair = [{ oneOf: branches({}) }, { oneOf: branches({ c: text }) }];
    expect(decide(pair, "response")).toEqual({ kept: "witness", tolerated: true });
    const other: Pair = [{ oneOf: [text] }, { oneOf: [text, whole] }];
    expect(decide(other, "response")).toEqual({ kept: "witness", tolerated: false });
  }); // prettier-ignore

  test("where no schema stands every value is taken", () => {
    const { documents, use } = describeUse([text, text]);
    const { keeps, keepsBack } = openInclusions(documents, [use]);
    const bare = { ...use, head: [] };
    expect([keeps(bare).kind, keepsBack(bare)]).toEqual(["included", false]);
  });
});

function findNames(pair: Pair, direction?: Direction): readonly string[] {
  const { documents, use } = describeUse(pair, direction);
  const changes = compareSchemas(use.base, use.head, use.direction);
  return findCauses(openAttribution(documents, openInclusions(documents, [use])), use, changes, () => true)
    .causes.map(({ change }) => [...change.path, change.keyword].join(" "))
    .toSorted();
}

describe("the changes that a value is refused for", () => {
  test.each<[name: string, pair: Pair, causes: readonly string[]]>([
    ["each on its own", [open({ a: { maxLength: 5 }, b: { minimum: 1 } }), open({ a: { maxLength: 4 }, b: { minimum: 2 } })], ["a maxLength", "b minimum"]],
    ["not one that widens", [open({ a: { maxLength: 5 }, b: { minimum: 1 } }), open({ a: { maxLength: 4 }, b: { minimum: 0 } })], ["a maxLength"]],
    ["not one that something else makes up for", [open({ a: { enum: ["x"], maxLength: 5 }, b: { maxLength: 5 } }), open({ a: { enum: ["x"], maxLength: 4 }, b: { maxLength: 4 } })], ["b maxLength"]],
    ["beside each other at one place", [{ ...text, minLength: 1, maxLength: 5 }, { ...text, minLength: 2, maxLength: 4 }], ["maxLength", "minLength"]],
    ["a name that is required now", [open({ a: text, b: text }), open({ a: text, b: { ...text, maxLength: 3 } }, { required: ["a"] })], ["a required", "b maxLength"]],
    ["a name that a closed object no longer has", [open({ a: text, b: text, c: text }, { additionalProperties: false }), open({ a: { ...text, maxLength: 3 }, c: text }, { additionalProperties: false })], ["a maxLength", "b properties"]],
    ["a reason that is refused less under `not`", [{ not: { type: "string", minLength: 3 }, maxItems: 4 }, { not: { type: "string", minLength: 2 }, maxItems: 3 }], ["maxItems", "minLength"]],
    ["an alternative that goes", [open({ a: { anyOf: [text, whole] }, b: text }), open({ a: { anyOf: [text] }, b: { ...text, maxLength: 2 } })], ["a anyOf", "b maxLength"]],
    ["all of those that come always together", [open({ a: text, b: text }, { required: ["a", "b"] }), open({ a: whole, b: whole }, { required: ["a", "b"] })], ["a type", "b type"]],
  ])("%s", (_, pair, causes) => {
    expect(findNames(pair)).toEqual(causes);
  }); // prettier-ignore
});
