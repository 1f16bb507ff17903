import { describe, expect, test } from "vitest";
import { placeAt } from "../../../scripts/json/place.js";
import { SchemaError } from "../../../scripts/review/decide/compile-schemas.js";
import { compileUses } from "../../../scripts/review/decide/compile-uses.js";
import { NO_OPERATION, type SchemaUse } from "../../../scripts/review/differ/facts.js";
import { readDocument } from "../../../scripts/review/document/document.js";

type Schemas = Readonly<Record<string, unknown>>;

/** For each name what the validators of the two sides say of a value that base sends: taken, or so many issues; or that there is none. */
async function ask(base: Schemas, head: Schemas, value: unknown) {
  const [old, now] = [base, head].map((schemas, index) =>
    readDocument({ openapi: "3.1.0", components: { schemas } }, index === 0 ? "base" : "head"),
  );
  if (!old || !now) throw new Error("there are two sides");
  const uses = [...new Set([...Object.keys(base), ...Object.keys(head)])].map((name): SchemaUse => {
    const pointer = `/components/schemas/${name}`;
    const common = { thing: "schema", operation: NO_OPERATION, part: { kind: "body", mediaType: "a/b" }, subject: "", direction: "request" } as const;
    return { ...common, base: name in base ? [placeAt(old, pointer)] : [], head: name in head ? [placeAt(now, pointer)] : [] };
  });
  const checkersOf = await compileUses(uses, { base: old, head: now });
  return uses.map((use) =>
    Object.values(checkersOf(use)).map((checker) => (checker instanceof SchemaError ? "none" : checker.accepts(value) ? "taken" : [checker.issues(value).length])),
  );
} // prettier-ignore

const [text, whole, broken] = [{ type: "string" }, { type: "integer" }, { type: "text" }];

describe("the validators of both sides of some uses, of which whoever sends tells no issues,", () => {
  test.each<[claim: string, base: Schemas, head: Schemas, answers: readonly unknown[]]>([
    ["are those of their own schemas", { A: text, B: whole }, { A: whole, B: text }, [["taken", [1]], [[0], "taken"]]],
    ["take everything where no schema stands", { A: whole }, { B: whole }, [[[0], "taken"], ["taken", [1]]]],
    ["are none of a schema that is none", { A: broken }, { A: text }, [["none", "taken"]]],
    ["are none of that one alone", { A: text, B: broken, C: whole, D: text }, {}, [["taken", "taken"], ["none", "taken"], [[0], "taken"], ["taken", "taken"]]],
    ["are none of the last alone", { A: text, B: whole, C: broken }, {}, [["taken", "taken"], [[0], "taken"], ["none", "taken"]]],
    ["are none of two of them", { A: broken, B: whole, C: broken }, {}, [["none", "taken"], [[0], "taken"], ["none", "taken"]]],
  ])("%s", async (_, base, head, answers) => expect(await ask(base, head, "a")).toEqual(answers)); // prettier-ignore
});

test("a value is held to the first of the schemas that are asked together", async () => {
  const schemas = { components: { schemas: { A: text, B: whole } } };
  const document = readDocument({ openapi: "3.1.0", ...schemas }, "head");
  const head = ["A", "B"].map((name) => placeAt(document, `/components/schemas/${name}`));
  const use: SchemaUse = { thing: "schema", operation: NO_OPERATION, part: { kind: "body", mediaType: "a/b" }, subject: "", direction: "request", base: [], head };
  const checker = (await compileUses([use], { base: document, head: document }))(use).head;
  expect(checker instanceof SchemaError || ["a", 1].map(checker.accepts)).toEqual([true, false]);
}); // prettier-ignore
