import { describe, expect, test } from "vitest";
import { BrokenSide, review } from "../../../scripts/review/index.js";

type Answers = Readonly<Record<string, object>>;

/** A document whose operations each answer with one schema. */
function describeSide(name: string, answers: Answers, schemas: object = {}) {
  const paths = Object.entries(answers).map(([id, schema]) => {
    const content = { "application/json": { schema } };
    return [`/${id}`, { get: { operationId: id, responses: { "200": { description: "", content } } } }];
  });
  const root = { openapi: "3.1.0", info: { title: "t", version: "1" }, paths: Object.fromEntries(paths) as object, components: { schemas } };
  return { name, entry: "a.json", read: () => JSON.stringify(root, undefined, 1) };
} // prettier-ignore

const nowhere = { $ref: "#/components/schemas/Nowhere" };
const text = { type: "string" };
const whole = { type: "integer" };

/** A component that has to be checked before it can be checked. */
const endless = (inner: object) => ({ A: { allOf: [{ $ref: "#/components/schemas/A" }, inner] } });
const a = { $ref: "#/components/schemas/A" };

describe("what base holds and cannot be read is not judged, and told", () => {
  test.each<[name: string, base: ReturnType<typeof describeSide>, head: ReturnType<typeof describeSide>, message: RegExp, wire: string]>([
    ["a reference that leads nowhere is mended", describeSide("base", { one: nowhere, two: text }), describeSide("head", { one: text, two: text }), /resolve/, "none"],
    ["beside it, a break is found", describeSide("base", { one: nowhere, two: text }), describeSide("head", { one: text, two: whole }), /resolve/, "major"],
    ["it stands in head as well", describeSide("base", { one: nowhere, two: text }), describeSide("head", { one: nowhere, two: whole }), /resolve/, "major"],
    ["it stands in head at another place", describeSide("base", { one: nowhere, two: text }), describeSide("head", { two: text, one: nowhere }), /resolve/, "none"],
    ["a schema that leads back to itself", describeSide("base", { one: a }, endless(text)), describeSide("head", { one: a }, { A: whole }), /itself/, "none"],
    ["such a schema on both sides", describeSide("base", { one: a, two: text }, endless(text)), describeSide("head", { one: a, two: whole }, endless(whole)), /itself/, "major"],
  ])("%s", async (_, base, head, message, wire) => {
    const { notJudged, levels } = await review(base, head);
    expect(notJudged?.map(({ location }) => [location.side, location.file])).toEqual([["base", "a.json"]]);
    expect(notJudged?.[0]?.message).toMatch(message);
    expect(levels.wire).toBe(wire);
  }); // prettier-ignore

  test("nothing is told where everything is read", async () => {
    const found = await review(describeSide("base", { one: text }), describeSide("head", { one: whole }));
    expect("notJudged" in found).toBe(false);
  });

  test("what stands in two documents that are the same is told all the same", async () => {
    const side = describeSide("side", { one: nowhere });
    const { notJudged, level } = await review(side, side);
    expect([notJudged?.length, level]).toEqual([1, "none"]);
  });
});

describe("errors of head's own are refused", () => {
  test.each([
    ["a reference that leads nowhere", describeSide("base", { one: text }), describeSide("head", { one: nowhere })],
    ["another beside one that base has", describeSide("base", { one: nowhere, two: text }), describeSide("head", { one: nowhere, two: { $ref: "#/components/schemas/Else" } })],
    ["a schema that leads back to itself", describeSide("base", { one: a }, { A: text }), describeSide("head", { one: a }, endless(whole))],
  ])("%s", async (_, base, head) => {
    await expect(review(base, head)).rejects.toBeInstanceOf(BrokenSide);
  }); // prettier-ignore
});
