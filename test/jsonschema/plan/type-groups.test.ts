import { expect, test } from "vitest";
import type { Plan } from "../../../scripts/jsonschema/plan/plan.js";
import { groupByType } from "../../../scripts/jsonschema/plan/type-groups.js";
import * as p from "./plans.js";

const [string, nothing, object] = [p.type("string"), p.type("null"), p.type("object")];
const both = p.type("string", "null");

test.each<[claim: string, alternatives: Plan[], groups: Plan[][] | undefined]>([
  ["one for each type", [string, object], [[string], [object]]],
  ["those that share a type stay together", [string, object, both], [[object], [string, both]]],
  [
    "whatever it takes to find that they do",
    [string, nothing, object, both],
    [[object], [string, nothing, both]],
  ],
  ["an integer is a number", [p.type("integer"), p.type("number")], undefined],
  ["not where all share one", [string, both], undefined],
  ["nor where one may take any", [string, p.test()], undefined],
  ["nor where one takes none", [string, p.type()], undefined],
])("alternatives by type: %s", (_, alternatives, groups) => {
  expect(groupByType(alternatives, p.lookUp({}))?.map(({ plans }) => plans)).toEqual(groups);
});
