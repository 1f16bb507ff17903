import { describe, expect, test } from "vitest";
import { SchemaError } from "../../../scripts/review/decide/compile-schemas.js";
import { decideUses } from "../../../scripts/review/decide/decide-uses.js";
import { compareDocuments } from "../../../scripts/review/differ/index.js";
import { readDocument } from "../../../scripts/review/document/document.js";

type Answers = Readonly<Record<string, unknown>>;

/** Each schema is what one operation is sent and answers with. */
function describeSide(side: "base" | "head", schemas: Answers, components: object = {}) {
  const paths = Object.entries(schemas).map(([name, schema]) => {
    const content = { "application/json": { schema } };
    return [`/${name}`, { post: { requestBody: { content }, responses: { "200": { content } } } }];
  });
  const root = { openapi: "3.1.0", paths: Object.fromEntries(paths) as object, components: { schemas: components } }; // prettier-ignore
  return readDocument(root, side);
}

async function decide(base: Answers, head: Answers, old: object = {}, now: object = old) {
  const documents = { base: describeSide("base", base, old), head: describeSide("head", head, now) };
  return decideUses(compareDocuments(documents).schemas, documents);
}

/** What is decided of the changes of a schema: by keyword, in requests and in answers. */
async function decideSchema(base: unknown, head: unknown) {
  const { schemas, outcomes } = await decide({ a: base }, { a: head });
  return schemas.map(({ use, changes }) => {
    const outcome = outcomes.get(use);
    return changes.map((change) => {
      const proof = outcome?.proofs.get(change);
      const verdict = proof ? ` ${JSON.stringify(proof.value)}` : outcome?.undecided.has(change) ? " open" : "";
      return `${change.kind === "rewrite" ? "rewrite " : ""}${[...change.path, change.keyword].join(" ")}${verdict}`;
    });
  });
} // prettier-ignore

const text = { type: "string" };
const whole = { type: "integer" };
const limit = (maxLength: number) => ({ type: "string", maxLength });
const object = (properties: object, rest: object = {}) => ({ type: "object", properties, ...rest });
/** Longer texts than any that is built. */
const endless = (more: number) => limit(4_000_000 + more);

type Case = [
  name: string,
  base: unknown,
  head: unknown,
  request: readonly string[],
  response: readonly string[],
];

describe("of the changes of a schema", () => {
  test.each<Case>([
    ["one is proved", limit(2), limit(1), ['maxLength "aa"'], ["maxLength"]],
    ["one is proved of answers", limit(1), limit(2), ["maxLength"], ['maxLength "aa"']],
    ["one beside others is", object({ a: limit(2), b: text }), object({ a: limit(1), b: { ...text, title: "b" } }), ['a maxLength {"a":"aa"}', "b title"], ["a maxLength", "b title"]],
    ["those that cancel out are one", { anyOf: [{ const: 1 }, { const: 2 }] }, { enum: [1, 2] }, ["rewrite enum"], ["rewrite enum"]],
    ["those that cancel out in one place are one there", object({ a: { anyOf: [text, { type: "null" }] }, b: limit(2) }), object({ a: { type: ["string", "null"] }, b: limit(1) }), ["rewrite a type", 'b maxLength {"b":"aa"}'], ["rewrite a type", "b maxLength"]],
    ["a description beside them stays", { const: 1, description: "a", maxLength: 3 }, { const: 1, description: "b" }, ["rewrite maxLength", "description"], ["rewrite maxLength", "description"]],
    ["a name stays, whatever it says", object({}), object({ a: {} }), ["a properties"], ["a properties"]],
    ["what makes a property read-only is asked about", object({ a: text }, { additionalProperties: false }), object({ a: { ...text, readOnly: true } }, { additionalProperties: false }), ["a readOnly"], ["a readOnly"]],
    ["a description alone is not", { description: "a" }, { description: "b" }, ["description"], ["description"]],
    ["what cannot be decided is open", endless(1), endless(0), ["maxLength open"], ["maxLength"]],
    ["what takes more is not open beside it", { ...endless(1), minLength: 3_000_001 }, { ...endless(0), minLength: 3_000_000 }, ["minLength", "maxLength open"], ["minLength open", "maxLength"]],
  ])("%s", async (_, base, head, request, response) => {
    expect(await decideSchema(base, head)).toEqual([request, response]);
  }); // prettier-ignore
});

const branch = (name: string, rest: object = {}) => object({ [name]: text, ...rest }, { required: [name] });

test("that a request matches too many alternatives counts, and that an answer did is noted", async () => {
  const { schemas, outcomes } = await decide(
    { a: { oneOf: [branch("a"), branch("b")] } },
    { a: { oneOf: [branch("a"), branch("b", { c: whole })] } },
  );
  const [request, response] = schemas.map(({ use }) => outcomes.get(use));
  expect([request?.note, response?.proofs.size]).toEqual([undefined, 0]);
  expect(response?.note).toMatch(/matches more than one alternative/);
});

const component = (most: number) => ({ A: object({ n: limit(most), m: limit(9) }) });

test("what another use has shown of a change is not put down to what is new beside it", async () => {
  const shared = { $ref: "#/components/schemas/A" };
  const { schemas, outcomes } = await decide(
    { a: shared, b: object({ a: shared, b: limit(1) }) },
    { a: shared, b: object({ a: shared, b: limit(2) }) },
    component(2),
    component(1),
  );
  const requests = schemas.filter(({ use }) => use.direction === "request");
  const proved = requests.map(({ use }) => [...(outcomes.get(use)?.proofs ?? [])].map(([{ path, keyword }, { value }]) => [...path, keyword, value]));
  expect(proved).toEqual([[["n", "maxLength", { n: "aa" }]], [["a", "n", "maxLength", { n: "aa" }]]]);
}); // prettier-ignore

test("a component in many operations is looked at once, and what is found is passed on", async () => {
  const a = { $ref: "#/components/schemas/A" };
  const uses = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`op${index}`, a]));
  const { schemas, outcomes } = await decide(uses, uses, component(2), component(1));
  const proofs = schemas.flatMap(({ use, changes }) => changes.map((change) => outcomes.get(use)?.proofs.get(change)));
  expect(proofs.map((proof) => proof?.value)).toEqual(schemas.map(({ use }) => (use.direction === "request" ? { n: "aa" } : undefined)));
  const shown = proofs.filter((proof) => proof !== undefined);
  expect([schemas.length, shown.length, new Set(shown).size]).toEqual([10, 5, 1]);
}); // prettier-ignore

test("what is known of one way says nothing of the other", async () => {
  const { schemas, outcomes } = await decide({ a: text }, { a: { type: ["string", "null"] } });
  const known = schemas.map(({ use, changes }) =>
    changes.map((change) => outcomes.get(use)?.effects.get(change)),
  );
  expect(known).toEqual([["wider"], ["wider"]]);
  expect(schemas.map(({ use }) => outcomes.get(use)?.isOpened)).toEqual([true, false]);
});

const many = (count: number, of: (index: number) => object) => object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, of(index)]))); // prettier-ignore

const judge = async (count: number) => {
  const { schemas, outcomes } = await decide(
    { a: many(count, () => limit(2)) },
    { a: many(count, (index) => limit(index === count - 1 ? 1 : 0)) },
  );
  const [request] = schemas;
  const outcome = request && outcomes.get(request.use);
  return [outcome?.proofs.size, outcome?.undecided.size, outcome?.reason !== undefined];
};

describe("more changes than are asked about at once", () => {
  test("are all asked about", async () => expect(await judge(45)).toEqual([45, 0, false]));
});

describe("a schema that leads back to itself", () => {
  const a = { $ref: "#/components/schemas/A" };
  const looping = { A: { allOf: [a, whole] } };
  test("of base is not judged, and the others are", async () => {
    const { schemas, unread } = await decide({ one: a, two: limit(2) }, { one: text, two: limit(1) }, looping);
    expect(unread.map(({ pointer }) => pointer)).toEqual(["/components/schemas/A"]);
    expect(schemas.map(({ use }) => use.subject)).toEqual(["request body", "200 response", "component `A`"].slice(0, 2));
  }); // prettier-ignore

  test("of head alone is an error", async () => {
    await expect(decide({ one: a }, { one: a }, { A: text }, looping)).rejects.toBeInstanceOf(SchemaError);
  });
});
