import { describe, expect, test } from "vitest";
import type { Direction } from "../../../scripts/json/direction.js";
import { decideUses } from "../../../scripts/review/decide/decide-uses.js";
import type { SchemaUse } from "../../../scripts/review/differ/facts.js";
import { compareSchemas, type SchemaChange } from "../../../scripts/review/differ/schemas/index.js";
import { describeUse, type Pair } from "./uses.js";

const nameOf = ({ path, keyword }: SchemaChange) => [...path, keyword].join(" ");

/** The outcome of one use, its changes by name; undefined where nothing is asked. */
async function decide(pair: Pair, direction: Direction, rest: Partial<SchemaUse> = {}) {
  const { documents, use: plain } = describeUse(pair, direction);
  const use = { ...plain, ...rest };
  const changes = compareSchemas(use.base, use.head, direction);
  const { outcomes, schemas, unread } = await decideUses([{ use, changes }], documents);
  const outcome = outcomes.get(use);
  const { proofs = [], undecided = [], effects = [], isOpened, reason, note } = outcome ?? {};
  return {
    isAsked: outcome !== undefined,
    proofs: [...proofs].map(([change, { value }]) => [nameOf(change), value]),
    undecided: [...undecided].map(nameOf),
    effects: [...effects].map(([change, effect]) => `${nameOf(change)} ${effect}`),
    isOpened,
    reason,
    note,
    kinds: schemas.flatMap((each) => each.changes.map(({ kind }) => kind)),
    unread: unread.map(({ message }) => message),
  };
}

const text = { type: "string" };
const whole = { type: "integer" };
const open = (properties: object, rest: object = {}) => ({ type: "object", properties, ...rest });
const limit = (maxLength: number) => ({ ...text, maxLength });
const either = (rest: object) => ({ oneOf: [open({ a: text }, { required: ["a"] }), open({ b: text, ...rest }, { required: ["b"] })] }); // prettier-ignore
const query = { text: { location: "query", style: "form", explode: true, allowReserved: false } };
const form = { text: { ...query.text, location: "form" } };

type Expected = Partial<Awaited<ReturnType<typeof decide>>>;

describe("of a schema in use it is decided", () => {
  test.each<[claim: string, pair: Pair, direction: Direction, outcome: Expected, rest?: Partial<SchemaUse>]>([
    ["that a request may hold more", [limit(4), limit(5)], "request", { proofs: [], isOpened: true, effects: ["maxLength wider"] }],
    ["that a request may hold less, by a value", [limit(5), limit(4)], "request", { proofs: [["maxLength", "aaaaa"]], isOpened: false, effects: ["maxLength narrower"] }],
    ["that an answer may hold less", [limit(5), limit(4)], "response", { proofs: [], isOpened: true, effects: ["maxLength narrower"] }],
    ["that an answer may hold more, by a value", [limit(4), limit(5)], "response", { proofs: [["maxLength", "aaaaa"]], isOpened: false }],
    ["that both sides hold something else", [{ const: 1 }, { const: 2 }], "request", { proofs: [["const", 1]], isOpened: true, effects: ["const incomparable"] }],
    ["that changes cancel out", [open({ a: { anyOf: [{ const: 1 }, { const: 2 }] } }), open({ a: { enum: [1, 2] } })], "request", { proofs: [], isOpened: false, kinds: ["rewrite"] }],
    ["what is sent of a property that requests no longer have", [open({ a: text }), open({ a: { ...text, readOnly: true } })], "request", { isAsked: true, proofs: [], effects: ["a readOnly same"] }],
    ["what is sent of one that answers no longer have", [open({ a: text }), open({ a: { ...text, writeOnly: true } })], "response", { isAsked: true, proofs: [], effects: ["a writeOnly same"] }],
    ["that two alternatives at once are tolerated in an answer", [either({}), either({ c: text })], "response", { proofs: [], note: "base refuses an answer here only because it matches more than one alternative of a `oneOf`." }],
    ["not so in a request", [either({}), either({ c: text })], "request", { proofs: [], note: undefined }],
    ["that a number is a text where all is text", [whole, text], "request", { proofs: [], isOpened: true }, query],
    ["that a text need be no number there", [text, whole], "request", { proofs: [["type", [""]]], isOpened: false }, query],
    ["that a text need be no number in an answer", [whole, text], "response", { proofs: [["type", [""]]] }, query],
    ["that a list of an alternative is sent there", [{ anyOf: [{ type: "array", items: whole }, whole] }, whole], "request", { proofs: [["type", ["0", "0"]]] }, query],
    ["that a field of a form is text", [open({ a: whole }), open({ a: text })], "request", { proofs: [], isOpened: true }, form],
    ["that null is no field of a form", [open({ a: { type: ["string", "null"] } }), open({ a: text })], "request", { proofs: [] }, form],
    ["that a text need be no number in a form", [open({ a: text }), open({ a: whole })], "request", { proofs: [["a type", { a: "" }]] }, form],
    ["that an alternative of forms goes", [either({}), open({ a: text }, { required: ["a"] })], "request", { proofs: [["a required", { b: "" }]] }, form],
    ["how many texts there may be", [{ type: "array", items: text }, { type: "array", items: text, maxItems: 2 }], "request", { proofs: [["maxItems", ["", "", ""]]], effects: ["maxItems narrower"] }, query],
    ["how long a text of a format may be", [{ ...limit(100), format: "email" }, { ...limit(20), format: "email" }], "request", { proofs: [["maxLength", expect.stringMatching(/^[^@]+@[^@]{16,}$/)]] }],
    ["nothing of a description", [{ description: "a" }, { description: "b" }], "request", { isAsked: false, kinds: ["annotation"] }],
    ["nothing of a component by itself", [text, whole], "request", { isAsked: false, kinds: ["assertion"] }, { part: { kind: "component", name: "A" } }],
  ])("%s", async (_, pair, direction, outcome, rest) => {
    expect(await decide(pair, direction, rest)).toMatchObject({ undecided: [], reason: undefined, unread: [], ...outcome });
  }); // prettier-ignore

  const host = (maxLength: number, minLength = 0) => ({ ...text, format: "hostname", maxLength, minLength });
  const reason = "the format hostname can only be asked of single values";
  test.each<[claim: string, pair: Pair, direction: Direction, undecided: readonly string[]]>([
    ["the change that breaks by itself", [host(300), host(260)], "request", ["maxLength"]],
    ["that alone beside one that gives more", [host(300, 2), host(260, 1)], "request", ["maxLength"]],
    ["in an answer what it may hold more", [host(260, 1), host(300, 2)], "response", ["maxLength"]],
  ])("where it is not decided, %s is left open", async (_, pair, direction, undecided) => {
    expect(await decide(pair, direction)).toMatchObject({ proofs: [], undecided, reason });
  }); // prettier-ignore

  test("that a schema of base is none, which is told once, and the use is left out", async () => {
    const { isAsked, unread, kinds } = await decide([{ type: "text" }, text], "request");
    expect({ isAsked, kinds, count: unread.length }).toEqual({ isAsked: false, kinds: [], count: 1 });
  });

  test("that a schema of head is none, which ends the review", async () => {
    await expect(decide([text, { type: "text" }], "request")).rejects.toThrow("type must be one of");
  });
});

describe("of several uses", () => {
  test("each has an outcome for its own changes, though one speaks for all that differ alike", async () => {
    const { documents, use } = describeUse([limit(5), limit(4)]);
    const uses = [use, { ...use, subject: "another" }, { ...use, ...query }];
    const asked = uses.map((each) => ({ use: each, changes: compareSchemas(each.base, each.head, "request") }));
    const { outcomes } = await decideUses(asked, documents);
    const found = asked.map(({ use: each, changes }) => changes.map((change) => outcomes.get(each)?.proofs.get(change)?.value));
    expect(found).toEqual([["aaaaa"], ["aaaaa"], [["aaaaa"]]]);
    const effects = asked.map(({ use: each, changes }) => changes.map((change) => outcomes.get(each)?.effects.get(change)));
    expect(effects).toEqual([["narrower"], ["narrower"], ["narrower"]]);
  });
}); // prettier-ignore
