import { describe, expect, test } from "vitest";
import { review } from "../../../scripts/review/index.js";

type Schemas = Readonly<Record<string, unknown>>;

/** A document whose one operation takes `A` and answers with it. */
function describeSide(name: string, schemas: Schemas) {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/A" } } };
  const post = {
    operationId: "send",
    requestBody: { required: true, content },
    responses: { "200": { description: "", content } },
  };
  const info = { title: "hard", version: "1" };
  const root = { openapi: "3.1.0", info, paths: { "/send": { post } }, components: { schemas } };
  return { name, entry: "document.json", read: () => JSON.stringify(root) };
}

const text = { type: "string" };

/** As many required names, each with the beginning. */
function need(beginning: string, count = 80) {
  const names = Array.from({ length: count }, (_, index) => `${beginning}${index}`);
  return {
    type: "object",
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, text])),
  };
}

/** A schema within many others. */
function nest(schema: unknown, wrap: (inner: unknown) => unknown, depth: number): unknown {
  return Array.from({ length: depth }).reduce((inner: unknown) => wrap(inner), schema);
}

const inAnyOf = (inner: unknown) => ({ anyOf: [inner, { type: "null" }] });
const inNot = (inner: unknown) => ({ not: inner });
const inList = (inner: unknown) => ({ type: "array", minItems: 300, items: inner });
const limit = (maxLength: number) => ({ type: "string", maxLength });

/** Parents that list their children, each of which is all of its parent, and so on in a ring. */
function linkInRing(maxLength: number, size = 12): Schemas {
  const parent = (index: number) => ({
    type: "object",
    properties: { n: limit(maxLength) },
    oneOf: [0, 1, 2].map((child) => ({ $ref: `#/components/schemas/C${(index + child) % size}` })),
  });
  const child = (index: number) => ({ allOf: [{ $ref: `#/components/schemas/P${(index + 1) % size}` }, { properties: { kind: { const: index } } }] });
  const ring = Array.from({ length: size }, (_, index) => [[`P${index}`, parent(index)], [`C${index}`, child(index)]] as const);
  return { A: { $ref: "#/components/schemas/P0" }, ...Object.fromEntries(ring.flat()) };
} // prettier-ignore

/** Every way through the alternatives leads to all the others. */
function linkAll(maxLength: number, size = 12): Schemas {
  const all = { anyOf: Array.from({ length: size }, (_, index) => ({ $ref: `#/components/schemas/B${index}` })) };
  const block = (index: number) => ({ type: "object", properties: { kind: { const: index }, n: limit(maxLength), inner: all } });
  return { A: all, ...Object.fromEntries(Array.from({ length: size }, (_, index) => [`B${index}`, block(index)])) };
} // prettier-ignore

describe("no document makes the review hang", () => {
  test.each<[name: string, base: Schemas, head: Schemas, level: string]>([
    ["80 required names against 80 others", { A: need("a") }, { A: need("b") }, "major"],
    ["80 required names and 80 others in alternatives", { A: { anyOf: [need("a"), need("b")] } }, { A: { anyOf: [need("b"), need("c")] } }, "major"],
    ["a chain of anyOf", { A: nest(limit(5), inAnyOf, 60) }, { A: nest(limit(4), inAnyOf, 60) }, "major"],
    ["a chain of not", { A: nest(limit(5), inNot, 60) }, { A: nest(limit(4), inNot, 60) }, "major"],
    ["a chain of anyOf and not", { A: nest(limit(5), (inner) => inNot(inAnyOf(inner)), 30) }, { A: nest(limit(4), (inner) => inNot(inAnyOf(inner)), 30) }, "major"],
    ["lists of 300 in lists of 300", { A: inList(inList(limit(5))) }, { A: inList(inList(limit(4))) }, "major"],
    // A parent that has to be checked before its children, which have to be checked before it: no value is one.
    ["parents and children in a ring", linkInRing(5), linkInRing(4), "none"],
    ["alternatives that lead to all others", linkAll(5), linkAll(4), "major"],
  ])("%s", async (_, base, head, level) => {
    const { levels } = await review(describeSide("base", base), describeSide("head", head));
    expect(levels.wire).toBe(level);
  }, 60_000); // prettier-ignore
});
