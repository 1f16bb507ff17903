import fc from "fast-check";
import { instances, schemas } from "../jsonschema/schema-arbitrary.js";

/** Is every value of `a` a value of `b`? The values are small ones, of which some may tell. */
export type RandomQuestion = {
  readonly a: unknown;
  readonly b: unknown;
  readonly values: readonly unknown[];
};

/** Pairs of schemas that have something to do with each other, so that neither answer is rare. */
export function randomQuestions(values: number): fc.Arbitrary<RandomQuestion> {
  return fc
    .tuple(schemas, schemas, fc.constantFrom(...Object.values(SHAPES)), fc.boolean(), samples(values))
    .map(([x, y, shape, isTurned, list]) => {
      const [a, b] = shape(x, y);
      return isTurned ? { a: b, b: a, values: list } : { a, b, values: list };
    });
}

type Shape = (x: unknown, y: unknown) => readonly [a: unknown, b: unknown];

const SHAPES: Readonly<Record<string, Shape>> = {
  unrelated: (x, y) => [x, y],
  conjunction: (x, y) => [{ allOf: [x, y] }, y],
  disjunction: (x, y) => [x, { anyOf: [y, x] }],
  exclusive: (x, y) => [{ oneOf: [x, y] }, { anyOf: [x, y] }],
  conditional: (x, y) => [{ if: x, then: y }, { anyOf: [{ not: x }, y] }],
  contradiction: (x, y) => [{ allOf: [x, y, { not: x }] }, false],
  fewerKeywords: (x) => [x, withoutFirstKeyword(x)],
  moreKeywords: (x) => [withoutFirstKeyword(x), x],
  insideProperty: (x, y) => [
    { type: "object", properties: { a: x }, required: ["a"] },
    { properties: { a: { anyOf: [x, y] } }, minProperties: 1 },
  ],
  insideItems: (x, y) => [
    { type: "array", items: { allOf: [x, y] }, minItems: 1 },
    { contains: x, items: y },
  ],
};

function withoutFirstKeyword(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).slice(1));
}

function samples(count: number): fc.Arbitrary<readonly unknown[]> {
  return fc.array(instances, { minLength: count, maxLength: count });
}
