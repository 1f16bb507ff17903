import { describe, expect, test } from "vitest";
import { childOf, itemsOf, rootOf } from "../../../scripts/json/place.js";
import { areApart } from "../../../scripts/review/differ/schemas/apart.js";
import { readDocument } from "../../../scripts/review/document/document.js";

function ask(branches: readonly object[], components: object = {}): boolean {
  const document = readDocument({ openapi: "3.1.0", branches, components }, "base");
  return areApart(itemsOf(childOf(rootOf(document), "branches")), "request");
}

/** An object with a tag of these values. */
const tagged = (values: readonly unknown[], rest: object = { required: ["kind"] }) => ({
  type: "object",
  properties: { kind: { enum: values } },
  ...rest,
});
const choice = (...branches: readonly object[]) => ({ oneOf: branches });

describe("of alternatives no value is two", () => {
  test.each<[claim: string, branches: readonly object[]]>([
    ["where their types differ", [{ type: "string" }, { type: ["number", "null"] }]],
    ["where a tag differs that all must have", [tagged(["a"]), tagged(["b", "c"])]],
    ["where one of them need not have it", [tagged(["a"]), tagged(["b"], {})]],
    ["where a tag is a constant", [tagged(["a"]), { ...tagged([]), properties: { kind: { const: "b" } } }]],
    ["where the tag stands in parts that are put together", [tagged(["a"]), { allOf: [tagged(["b"])] }]],
    ["where an alternative stands for others", [tagged(["a"]), choice(tagged(["b"]), tagged(["c"]))]],
    ["where alternatives stand for others, four deep", [tagged(["a"]), choice(choice(choice(choice(tagged(["b"])))))]],
    ["where only a later name tells them", [{ ...tagged(["a"]), required: ["x", "kind"] }, tagged(["b"])]],
  ])("%s", (_, branches) => expect(ask(branches)).toBe(true)); // prettier-ignore
});

describe("it is not seen that no value is two", () => {
  test.each<[claim: string, branches: readonly object[]]>([
    ["where a type is in both", [{ type: ["string", "null"] }, { type: ["number", "null"] }]],
    ["where whole numbers are numbers", [{ type: "integer" }, { type: "number" }]],
    ["where a value of the tag is in both", [tagged(["a", "b"]), tagged(["b", "c"])]],
    ["where two need not have the tag", [tagged(["a"], {}), tagged(["b"], {})]],
    ["where a tag says nothing of what is no object", [tagged(["a"]), { properties: tagged(["b"]).properties, required: ["kind"] }, tagged(["c"], {})]],
    ["where the tag may be anything in one", [tagged(["a"]), { type: "object", required: ["kind"] }]],
    ["where one of those that an alternative stands for shares the tag", [tagged(["a"]), choice(tagged(["b"]), tagged(["a"]))]],
    ["where alternatives stand for others too deep", [tagged(["a"]), choice(choice(choice(choice(choice(tagged(["b"]))))))]],
  ])("%s", (_, branches) => expect(ask(branches)).toBe(false)); // prettier-ignore
});
