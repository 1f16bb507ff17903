import { expect, test } from "vitest";
import { readDemand } from "../../../../scripts/review/decide/attribution/demands.js";
import { compareSchemas } from "../../../../scripts/review/differ/schemas/index.js";
import { describeUse } from "../uses.js";

const HEAD = "review:///head";

const view = (schema: object) => ({ ...schema });

/** What head asks by the first change of a schema: at its own spot, where that is said without the rest. */
function ask(base: object, head: object): unknown {
  const { use } = describeUse([base, head]);
  const change = compareSchemas(use.base, use.head, "request").find(({ kind }) => kind !== "annotation");
  if (change === undefined) throw new Error("there is a change");
  const demand = readDemand({
    change,
    accepting: "base",
    refusing: "head",
    taken: use.head,
    view,
    uri: HEAD,
  });
  return demand && "branch" in demand ? demand.branch.pointer : demand?.asks;
}

const at = (pointer: string) => ({ $ref: `${HEAD}#/components/schemas/A${pointer}` });
const [text, whole] = [{ type: "string" }, { type: "integer" }];

test.each<[claim: string, base: object, head: object, asks: unknown]>([
  ["a limit by itself", { minLength: 1, ...text }, { minLength: 2, ...text }, { allOf: [{ minLength: 2 }] }],
  ["a limit that goes: nothing", { minLength: 2 }, {}, { allOf: [{}] }],
  ["bounds of one side together", { minimum: 1, maximum: 9 }, { minimum: 2, exclusiveMinimum: 1, maximum: 9 }, { allOf: [{ minimum: 2, exclusiveMinimum: 1 }] }],
  ["a limit in each part that is put together", { allOf: [{ maxLength: 9 }], maxLength: 9 }, { allOf: [{ maxLength: 9 }], maxLength: 5 }, { allOf: [{ maxLength: 5 }, { maxLength: 9 }] }],
  ["a name that is required", {}, { required: ["a"] }, { required: ["a"] }],
  ["a name that is required no more: nothing", { required: ["a"] }, {}, true],
  ["a new name: its schema", { type: "object" }, { type: "object", properties: { a: text } }, { properties: { a: at("/properties/a") } }],
  ["an alternative that goes: that it be taken", { anyOf: [text, whole] }, { anyOf: [text] }, "/components/schemas/A/anyOf/1"],
  ["one of exactly one too", { oneOf: [text, whole] }, { oneOf: [text] }, "/components/schemas/A/oneOf/1"],
  ["a limit of a property that is called like alternatives", { properties: { anyOf: text } }, { properties: { anyOf: { ...text, minLength: 2 } } }, { allOf: [{}] }],
  ["a new alternative: nothing", { anyOf: [text] }, { anyOf: [text, whole] }, true],
  ["what takes the rest of the schema to say", { type: "array", items: text }, { type: "array", items: text, contains: text }, undefined],
])("a change asks %s", (_, base, head, asks) => expect(ask(base, head)).toEqual(asks)); // prettier-ignore
